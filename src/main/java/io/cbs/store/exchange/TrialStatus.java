package io.cbs.store.exchange;

import io.cbs.measure.TrialEnd;

/** How a trial ended, in the words of the database of Shallue et al. */
public enum TrialStatus {
    /** Used its whole budget, or was done. */
    COMPLETE,
    /** Stopped before that, for any reason; usually left out. */
    INCOMPLETE,
    /** Training diverged at any point, even after the goal was reached. */
    INFEASIBLE;

    /**
     * A beaten trial was stopped because it could not win: where it would have ended is not known, so it is incomplete
     * and never a run that failed to reach the goal.
     */
    static TrialStatus of(TrialEnd end) {
        return switch (end) {
            case REACHED, NOT_REACHED, STALLED -> COMPLETE;
            case BEATEN, FAILED -> INCOMPLETE;
            case DIVERGED -> INFEASIBLE;
        };
    }
}
