package io.cbs.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The points of a study compared for one goal. Every verdict holds however the unfinished trials end, so that a race
 * finds the same winner and the same number of steps as running everything to the budget.
 *
 * @param points ascending in learning rate
 * @param margin points within this many times the best one's steps are measured too, at least 1
 */
record Ranking(List<Standing> points, double margin) {
    private static final Comparator<Standing> ORDER = Comparator.comparingDouble(
                    (Standing point) -> point.steps().atMost())
            .thenComparing(Comparator.comparingInt(Standing::reachedAtLeast).reversed())
            .thenComparingDouble(Standing::learningRate);

    /** An upper bound of the winner's steps, and their exact value once the winner is known; infinite before. */
    double best() {
        return points.stream()
                .mapToDouble(point -> point.steps().atMost())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Which point has reached in the fewest steps so far. */
    Optional<Integer> winner() {
        return IntStream.range(0, points.size())
                .boxed()
                .filter(i -> Double.isFinite(points.get(i).steps().atMost()))
                .min(Comparator.comparing(points::get, ORDER));
    }

    /**
     * Whether a trial of this point may stop at {@code step}: the point is certain to be beyond the margin, or its
     * number is certain already, it is certain not to win, and the margin has passed.
     */
    boolean out(int point, long step) {
        double limit = margin * best();
        Standing standing = points.get(point);
        if (Double.isInfinite(limit)) {
            return false;
        }
        return standing.steps().atLeast() > limit
                || (standing.steps().known() && step >= limit && certainlyBeaten(standing));
    }

    private boolean certainlyBeaten(Standing standing) {
        return points.stream().anyMatch(other -> other.certainlyBeats(standing));
    }
}
