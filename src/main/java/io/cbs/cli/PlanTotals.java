package io.cbs.cli;

import io.cbs.plan.Plan;
import io.cbs.plan.Study;
import java.math.BigInteger;
import java.util.Locale;

/**
 * The most that a plan can use.
 *
 * @param trials number of trials
 * @param steps optimiser steps of all trials together
 * @param examples examples processed by all trials together
 */
record PlanTotals(int trials, BigInteger steps, BigInteger examples) {

    static PlanTotals of(Plan plan) {
        int trials = 0;
        BigInteger steps = BigInteger.ZERO;
        BigInteger examples = BigInteger.ZERO;
        for (Study study : plan.studies()) {
            int count = study.trials().size();
            BigInteger own = BigInteger.valueOf(study.maxSteps()).multiply(BigInteger.valueOf(count));
            trials += count;
            steps = steps.add(own);
            examples = examples.add(own.multiply(BigInteger.valueOf(study.batchSize())));
        }
        return new PlanTotals(trials, steps, examples);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d %s, at most %,d steps and %,d examples",
                trials,
                trials == 1 ? "trial" : "trials",
                steps,
                examples);
    }
}
