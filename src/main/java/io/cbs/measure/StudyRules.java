package io.cbs.measure;

import io.cbs.config.Aggregate;
import io.cbs.config.Goal;
import io.cbs.config.StopConfig;
import io.cbs.config.SweepConfig;
import io.cbs.plan.EvaluationSchedule;
import java.util.List;

/**
 * How the trials of one study are read and when they end.
 *
 * @param goals every goal is read off the same trials
 * @param seeds the seeds of every point, in the order of the config
 * @param aggregate how the seeds of a point become one number of steps
 * @param stop when a trial ends before its budget
 * @param schedule when trials are evaluated
 * @param horizon the last evaluation step of a trial, see {@link #of}
 */
public record StudyRules(
        List<Goal> goals,
        List<Long> seeds,
        Aggregate aggregate,
        StopConfig stop,
        EvaluationSchedule schedule,
        long horizon) {
    public StudyRules {
        goals = List.copyOf(goals);
        seeds = List.copyOf(seeds);
        if (goals.isEmpty() || seeds.isEmpty()) {
            throw new IllegalArgumentException("a study needs at least one goal and one seed");
        }
        if (!(stop.margin() >= 1)) {
            throw new IllegalArgumentException("stop margin must be at least 1, not " + stop.margin());
        }
    }

    /**
     * The rules of the study at {@code batchSize}. The horizon is the last step of the schedule within the budget, not
     * the budget itself: so every trajectory of a trial, whatever budget it was run with, is measured at the same steps.
     */
    public static StudyRules of(SweepConfig config, int batchSize) {
        EvaluationSchedule schedule = new EvaluationSchedule(config.evaluation().growth());
        long horizon = 0;
        while (schedule.after(horizon) <= config.maxSteps(batchSize)) {
            horizon = schedule.after(horizon);
        }
        return new StudyRules(config.goals(), config.seeds(), config.aggregate(), config.stop(), schedule, horizon);
    }

    /** Whether trials that can no longer win are stopped. */
    boolean races() {
        return stop.rule() == StopConfig.Rule.RACE;
    }

    /** Whether a point reaches a goal with the mean of its seeds, and so its trials end together. */
    boolean readsMean() {
        return aggregate == Aggregate.CROSSING_OF_MEAN;
    }
}
