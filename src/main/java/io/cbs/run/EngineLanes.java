package io.cbs.run;

import io.cbs.program.EngineThread;
import io.cbs.study.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for stacks to train on. Each uses one core, so a stack's numbers do not depend on how many cores the machine
 * has or how many stacks train beside it.
 */
final class EngineLanes implements Lanes, AutoCloseable {
    private final ExecutorService threads;
    private final ThreadLocal<Boolean> prepared = ThreadLocal.withInitial(() -> false);

    /** @param count how many stacks train at once */
    EngineLanes(int count) {
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "lane");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws io.cbs.program.EngineUnavailableException where the engine cannot be loaded */
    @Override
    public void runAll(List<Runnable> tasks) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        tasks.forEach(task -> running.add(CompletableFuture.runAsync(() -> runPrepared(task), threads)));
        try {
            // All, also after one has thrown: what the caller frees next may still be in use.
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void runPrepared(Runnable task) {
        if (!prepared.get()) {
            EngineThread.prepare(1);
            prepared.set(true);
        }
        task.run();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
