package io.cbs.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One learning rate of a study, read for one goal.
 *
 * @param steps the point's steps to the goal; empty where they are not known or the goal was not reached
 * @param atLeast a lower bound of the steps: equal to {@code steps} where there are some, the bound that the censored
 *     seeds give where not, infinite where diverged seeds leave no way to reach
 * @param reachedFraction share of the seeds that reached; with crossing-of-mean, that reached when the mean did
 * @param seeds the trials that were run, in the order of the config's seeds
 * @param ends number of trials by how they ended
 */
public record CurvePoint(
        double learningRate,
        OptionalDouble steps,
        double atLeast,
        double reachedFraction,
        List<SeedOutcome> seeds,
        Map<TrialEnd, Integer> ends) {
    public CurvePoint {
        seeds = List.copyOf(seeds);
        ends = Map.copyOf(ends);
    }

    /** Whether it is divergence that keeps the point from its goal. */
    public boolean diverged() {
        long diverged = seeds.stream()
                .filter(seed -> seed.outcome() instanceof Outcome.Diverged)
                .count();
        // Half of the seeds, or any of them where the aggregate then can never be reached, as a mean cannot.
        return diverged > 0 && (2 * diverged >= seeds.size() || atLeast == Double.POSITIVE_INFINITY);
    }

    /** Whether every trial failed, so that nothing is known of it. */
    public boolean failed() {
        return seeds.stream().allMatch(seed -> seed.outcome() instanceof Outcome.Failed);
    }
}
