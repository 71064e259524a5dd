package io.cbs.store.exchange;

/** How a trial ended, in the words of the database of Shallue et al. */
public enum TrialStatus {
    /** Used its whole budget, or was done. */
    COMPLETE,
    /** Stopped before that, for any reason; usually left out. */
    INCOMPLETE,
    /** Training diverged at any point, even after the goal was reached. */
    INFEASIBLE
}
