package io.cbs.measure;

import io.cbs.config.Goal;
import java.util.List;
import java.util.Optional;

/**
 * What a study shows for one goal.
 *
 * @param best the point with the fewest steps; empty where none reached the goal
 * @param edge where the best point lies among those tried; {@link Edge#NONE} where there is none
 * @param curve every learning rate tried, ascending
 * @param warnings what weakens the numbers
 */
public record GoalResult(Goal goal, Optional<Best> best, Edge edge, List<CurvePoint> curve, List<Warning> warnings) {
    public GoalResult {
        curve = List.copyOf(curve);
        warnings = List.copyOf(warnings);
    }

    /**
     * The best point: fewest steps, then more seeds that reached, then the lower learning rate.
     *
     * @param steps steps to the goal, over the seeds as the config's aggregate says; a half for a median of two
     * @param bracket the evaluations between which the true crossing lies
     * @param reachedFraction share of the seeds that reached; with crossing-of-mean, that reached when the mean did
     * @param seeds the outcomes of its trials, in the order of the config's seeds
     */
    public record Best(
            double learningRate, double steps, Bracket bracket, double reachedFraction, List<SeedOutcome> seeds) {
        public Best {
            seeds = List.copyOf(seeds);
        }
    }

    /** Both ends in steps and inclusive; medians over seeds where the steps are one. */
    public record Bracket(double from, double to) {}
}
