package io.cbs.fit;

import java.util.List;

/** The median of values that may be infinite. */
final class Median {
    private Median() {}

    /** The middle value, or the mean of the middle two: infinite as soon as half of the values are. */
    static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
