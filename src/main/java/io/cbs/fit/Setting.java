package io.cbs.fit;

import java.util.OptionalDouble;

/**
 * Under what a curve was measured, as far as it is known.
 *
 * @param metric the metric of the goal, and what it is measured on; empty where not known
 * @param goal the value of the metric that had to be reached
 * @param momentum momentum of the optimizer, in [0, 1); empty for one without or where it is not known
 * @param crossingOfMean whether the steps of a point are the crossing of the mean over seeds, so that no seed has steps
 *     of its own and none can be resampled
 * @param referenceBatch the batch size that its config declares as reference; empty for none
 */
public record Setting(
        String metric,
        OptionalDouble goal,
        OptionalDouble momentum,
        boolean crossingOfMean,
        OptionalDouble referenceBatch) {

    /** Nothing is known. */
    public static final Setting UNKNOWN =
            new Setting("", OptionalDouble.empty(), OptionalDouble.empty(), false, OptionalDouble.empty());

    public Setting {
        double m = momentum.orElse(0);
        if (!(m >= 0 && m < 1)) {
            throw new IllegalArgumentException("momentum must be in [0, 1): " + m);
        }
    }

    public Setting withGoal(String of, double value) {
        return new Setting(of, OptionalDouble.of(value), momentum, crossingOfMean, referenceBatch);
    }

    public Setting withMomentum(double value) {
        return new Setting(metric, goal, OptionalDouble.of(value), crossingOfMean, referenceBatch);
    }

    public Setting withCrossingOfMean() {
        return new Setting(metric, goal, momentum, true, referenceBatch);
    }
}
