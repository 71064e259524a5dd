package io.cbs.fit;

/**
 * What one seed at one learning rate shows of its steps to the goal: the number lies in [{@code atLeast},
 * {@code atMost}].
 *
 * @param atLeast the smallest number still possible; infinity for a seed that will never reach
 * @param atMost the largest; infinity where it may never reach
 */
public record SeedRange(double atLeast, double atMost) {

    public SeedRange {
        if (!(atLeast >= 0 && atLeast <= atMost)) {
            throw new IllegalArgumentException("not a range of steps: " + atLeast + " to " + atMost);
        }
    }

    /** A seed that reached the goal. */
    public static SeedRange reached(double steps) {
        return new SeedRange(steps, steps);
    }

    /** A seed that used its whole budget or diverged before it reached: infinity in a median. */
    public static SeedRange never() {
        return reached(Double.POSITIVE_INFINITY);
    }

    /** A seed that was stopped before it could tell, for one because its learning rate could no longer win. */
    public static SeedRange censored(double atLeast) {
        return new SeedRange(atLeast, Double.POSITIVE_INFINITY);
    }

    public boolean known() {
        return atLeast == atMost;
    }
}
