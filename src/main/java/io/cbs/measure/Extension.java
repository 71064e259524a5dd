package io.cbs.measure;

import io.cbs.config.LearningRateSearch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Grows the search beyond an edge that holds the best point. */
public final class Extension {
    private static final int POINTS = 2;
    private static final MathContext DIGITS = new MathContext(6);

    private Extension() {}

    /**
     * The learning rates to try next, ascending: two beyond each grid edge on which some goal's best point lies, spaced
     * by the ratio of the two outermost values tried, rounded to 6 digits. Empty where there is no such edge, where a
     * direction has grown {@code search.extend()} times, or where fewer than two values were tried. What was tried
     * beyond the config's own values counts as growth, so that a sweep continued grows no further than one that was
     * not interrupted.
     */
    public static List<Double> next(LearningRateSearch search, StudyResult result) {
        TreeSet<Double> values = new TreeSet<>();
        for (GoalResult goal : result.goals()) {
            List<Double> tried =
                    goal.curve().stream().map(CurvePoint::learningRate).toList();
            boolean high = goal.edge() == Edge.GRID_EDGE_HIGH;
            if (!goal.edge().boundOnly() || tried.size() < 2 || exhausted(search, tried, high)) {
                continue;
            }
            double edge = tried.get(high ? tried.size() - 1 : 0);
            double inner = tried.get(high ? tried.size() - 2 : 1);
            // An edge value that failed lies beyond the best: it is to be run again, not to be passed over.
            if (goal.best().orElseThrow().learningRate() == edge) {
                values.addAll(beyond(edge, inner));
            }
        }
        return List.copyOf(values);
    }

    private static boolean exhausted(LearningRateSearch search, List<Double> tried, boolean high) {
        double first = search.values().get(0);
        double last = search.values().get(search.values().size() - 1);
        long grown = tried.stream()
                .filter(value -> high ? value > last : value < first)
                .count();
        return grown >= (long) POINTS * search.extend();
    }

    private static List<Double> beyond(double edge, double inner) {
        List<Double> values = new ArrayList<>();
        double value = edge;
        for (int i = 0; i < POINTS; i++) {
            double next = new BigDecimal(value * (edge / inner)).round(DIGITS).doubleValue();
            if (next == value) {
                break;
            }
            values.add(next);
            value = next;
        }
        return values;
    }
}
