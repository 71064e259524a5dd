package io.cbs.fit;

import java.util.function.DoubleUnaryOperator;

/** The least value of a function of one number that may have several valleys: a grid, then golden sections. */
record Profile(double at, double value) {
    private static final int GRID = 80;
    private static final int SECTIONS = 60;
    private static final int HALVINGS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static Profile minimise(DoubleUnaryOperator f, double low, double high) {
        double best = low;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double x = low + (high - low) * i / GRID;
            double value = f.applyAsDouble(x);
            if (value < least) {
                best = x;
                least = value;
            }
        }
        double step = (high - low) / GRID;
        return refine(f, Math.max(low, best - step), Math.min(high, best + step), new Profile(best, least));
    }

    private static Profile refine(DoubleUnaryOperator f, double from, double to, Profile grid) {
        double low = from;
        double high = to;
        for (int i = 0; i < SECTIONS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (f.applyAsDouble(left) <= f.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        double middle = (low + high) / 2;
        double value = f.applyAsDouble(middle);
        return value < grid.value ? new Profile(middle, value) : grid;
    }

    /** Where f first exceeds {@code limit} between the minimum and {@code end}; {@code beyond} if it never does. */
    double crossing(DoubleUnaryOperator f, double limit, double end, double beyond) {
        double inside = at;
        double outside = at;
        for (int i = 1; i <= GRID; i++) {
            outside = at + (end - at) * i / GRID;
            if (f.applyAsDouble(outside) > limit) {
                break;
            }
            inside = outside;
        }
        if (inside == outside) {
            return beyond;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (f.applyAsDouble(middle) > limit) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return (inside + outside) / 2;
    }
}
