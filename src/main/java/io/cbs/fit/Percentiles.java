package io.cbs.fit;

import java.util.Arrays;

/** Ends of percentile intervals. */
final class Percentiles {
    private Percentiles() {}

    /** The value below which a share {@code p} of the values lies, interpolated between order statistics. */
    static double of(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        if (rest == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return (1 - rest) * sorted[below] + rest * sorted[below + 1];
    }

    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
