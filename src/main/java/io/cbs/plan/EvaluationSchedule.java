package io.cbs.plan;

/**
 * The steps at which every trial is evaluated: 0, then each {@code growth} times the one before, rounded down, and at
 * least one step further. Geometric, so that a crossing is known to the same relative width at every batch size.
 */
public record EvaluationSchedule(double growth) {
    public EvaluationSchedule {
        if (!(growth > 1)) {
            throw new IllegalArgumentException("evaluation growth must be above 1, not " + growth);
        }
    }

    /** The first evaluation step after {@code step}, which must itself be one. */
    public long after(long step) {
        return Math.max(step + 1, (long) Math.floor(step * growth));
    }
}
