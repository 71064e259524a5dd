package io.cbs.study;

import java.util.List;

/** Where the stacks of a study work: one after the other, or several at once. */
@FunctionalInterface
public interface Lanes {

    /**
     * Runs every task once and returns when all have ended, with their effects visible to the caller. Tasks do not
     * throw and do not depend on each other.
     */
    void runAll(List<Runnable> tasks);

    /** One after the other on the caller's thread. */
    static Lanes sequential() {
        return tasks -> tasks.forEach(Runnable::run);
    }
}
