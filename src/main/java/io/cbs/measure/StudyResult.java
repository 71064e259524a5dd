package io.cbs.measure;

import java.util.List;
import java.util.Map;

/**
 * What the published trials of one batch size show under one config.
 *
 * @param batchSize global batch size in examples
 * @param horizon the last step at which a trial is evaluated within the budget
 * @param goals one per goal, in the order of the config
 * @param ends number of trials by how they ended
 * @param trialsRun number of trials, all points and seeds
 * @param stepsRun optimiser steps of these trials
 * @param undecided number of trials that are still to run, or to run again, before the result is final
 * @param warnings what concerns every goal
 */
public record StudyResult(
        int batchSize,
        long horizon,
        List<GoalResult> goals,
        Map<TrialEnd, Integer> ends,
        int trialsRun,
        long stepsRun,
        int undecided,
        List<Warning> warnings) {
    public StudyResult {
        goals = List.copyOf(goals);
        ends = Map.copyOf(ends);
        warnings = List.copyOf(warnings);
    }

    /** Whether no trial is left to run; the search may still grow, see {@link Extension}. */
    public boolean settled() {
        return undecided == 0;
    }
}
