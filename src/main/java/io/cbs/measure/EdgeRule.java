package io.cbs.measure;

import java.util.List;

/** Tells whether the search was cut off at its best point. */
final class EdgeRule {
    private EdgeRule() {}

    /**
     * The edge that the best point lies on. Points of which every trial failed count as not tried. At the top, a
     * diverged neighbour ends the search for a reason; at the bottom nothing does.
     *
     * @param curve every point, ascending in learning rate
     */
    static Edge of(List<CurvePoint> curve, double bestLearningRate) {
        List<CurvePoint> tried = curve.stream().filter(point -> !point.failed()).toList();
        int best = 0;
        while (tried.get(best).learningRate() != bestLearningRate) {
            best++;
        }
        if (best == tried.size() - 1) {
            return Edge.GRID_EDGE_HIGH;
        } else if (best == 0) {
            return Edge.GRID_EDGE_LOW;
        }
        return tried.get(best + 1).diverged() ? Edge.STABILITY_EDGE : Edge.NONE;
    }
}
