package io.cbs.cli;

import io.cbs.train.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * While the work runs, SIGTERM and Ctrl-C stop the work at its next safe point, and the process waits for that before it ends
 * with the status that the signal gives it.
 */
final class Signals {
    /** A native call lasts about half a second; one that takes far longer hangs. */
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private Signals(StopSignal stop) {
        hook = new Thread(() -> {
            stop.request();
            try {
                if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    Runtime.getRuntime().halt(ExitCode.TERMINATED.code());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Does the work with the signals bound to {@code stop}. */
    static <T> T stopping(StopSignal stop, Supplier<T> work) {
        Signals signals = new Signals(stop);
        try {
            return work.get();
        } finally {
            signals.unbind();
        }
    }

    private void unbind() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
