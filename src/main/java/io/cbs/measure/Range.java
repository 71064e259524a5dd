package io.cbs.measure;

import java.util.Arrays;

/**
 * What is certain about a number of steps while some trials are unfinished.
 *
 * @param atLeast the smallest value still possible, in steps
 * @param atMost the largest value still possible; infinity where the goal may never be reached
 */
record Range(double atLeast, double atMost) {
    static final Range NEVER = new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Range exactly(double steps) {
        return new Range(steps, steps);
    }

    static Range from(double atLeast) {
        return new Range(atLeast, Double.POSITIVE_INFINITY);
    }

    /** Whether no unfinished trial can change the value. */
    boolean known() {
        return atLeast == atMost;
    }

    /** The middle value, or the mean of the two middle ones; infinite as soon as one of them is. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
