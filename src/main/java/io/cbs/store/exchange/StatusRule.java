package io.cbs.store.exchange;

import io.cbs.config.Goal;
import io.cbs.config.SweepConfig;
import io.cbs.measure.Divergence;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;

/**
 * A sweep's trials in the words of the database. There, a trial that diverges at any point is infeasible, also after it
 * reached the goal; a sweep keeps such a trial as reached.
 *
 * @param horizon the last step at which a trial is evaluated within the budget
 */
record StatusRule(SweepConfig config, long horizon) {
    /** For the reader of a {@code study.json}. */
    static final String TEXT = "COMPLETE: reached every goal or used its budget; INFEASIBLE: diverged, also after it"
            + " reached; INCOMPLETE: censored, because it was beaten and stopped or because the mean over seeds had"
            + " reached the goal, or failed";

    TrialStatus of(Trajectory trajectory) {
        return switch (trajectory.end()) {
            case DIVERGED -> TrialStatus.INFEASIBLE;
            case NOT_REACHED, STALLED -> TrialStatus.COMPLETE;
            // Stopped because it could not win: it never failed to reach the goal.
            case BEATEN, FAILED -> TrialStatus.INCOMPLETE;
            case REACHED -> reached(trajectory);
        };
    }

    private TrialStatus reached(Trajectory trajectory) {
        if (showsDivergence(trajectory)) {
            return TrialStatus.INFEASIBLE;
        }
        boolean done =
                trajectory.lastStep() >= horizon || config.goals().stream().allMatch(g -> meets(trajectory, g));
        return done ? TrialStatus.COMPLETE : TrialStatus.INCOMPLETE;
    }

    private boolean showsDivergence(Trajectory trajectory) {
        int last = trajectory.measurements().size() - 1;
        return last >= 0
                && Divergence.shows(
                        trajectory.measurements().get(0),
                        trajectory.measurements().get(last),
                        config.stop().divergenceFactor());
    }

    private static boolean meets(Trajectory trajectory, Goal goal) {
        Series series = new Series(goal.on(), goal.metric());
        return trajectory.measurements().stream()
                .anyMatch(measurement -> measurement.values().getOrDefault(series, Double.NaN) <= goal.atMost());
    }
}
