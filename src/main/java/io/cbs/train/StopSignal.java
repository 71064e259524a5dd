package io.cbs.train;

/** Set once, from a signal handler or a test, to stop a sweep at the next safe point. Thread-safe. */
public final class StopSignal {
    private volatile boolean requested;

    /** Asks for the stop. */
    public void request() {
        requested = true;
    }

    /** Whether a stop was asked for. */
    public boolean requested() {
        return requested;
    }

    /** Returns where no stop was asked for. */
    public void check() {
        if (requested) {
            throw new StoppedException();
        }
    }

    /** The work was stopped on request; nothing of the running wave is published. */
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped on request");
        }
    }
}
