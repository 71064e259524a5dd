package io.cbs.fit;

import java.util.Arrays;
import java.util.List;

/**
 * What each point counts in the fit: 1/var(ln S), scaled to a mean of one.
 *
 * @param values one per point
 * @param source where they come from; see {@link WeightSource}
 */
record Weights(List<Double> values, WeightSource source) {

    /** Fewer seeds than this say nothing about their spread. */
    private static final int SEEDS = 3;

    /** No spread may fall below this part of the mean one, or a point whose seeds agree by luck takes over the fit. */
    private static final double LEAST_PART = 0.01;

    /**
     * Declared weights if every point has one; from the spread of the seeds if at every point at least three reached
     * the goal and none failed to; else equal.
     */
    static Weights of(List<CurvePoint> points) {
        if (points.stream().allMatch(point -> point.weight().isPresent())) {
            return scaled(
                    points.stream()
                            .mapToDouble(point -> point.weight().getAsDouble())
                            .toArray(),
                    WeightSource.DECLARED);
        }
        boolean seeds = points.stream()
                .allMatch(point -> point.seedSteps().size() >= SEEDS
                        && point.seedSteps().stream().allMatch(steps -> steps > 0 && Double.isFinite(steps)));
        double[] spreads = seeds ? spreads(points) : new double[0];
        if (Arrays.stream(spreads).sum() > 0) {
            return scaled(fromSpread(points, spreads), WeightSource.SEED_SPREAD);
        }
        double[] ones = new double[points.size()];
        Arrays.fill(ones, 1);
        return scaled(ones, WeightSource.EQUAL);
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] fromSpread(List<CurvePoint> points, double[] spreads) {
        double least = LEAST_PART * Arrays.stream(spreads).average().orElseThrow();
        double[] floored = Arrays.stream(spreads).map(s -> Math.max(s, least)).toArray();
        int[] freedoms =
                points.stream().mapToInt(point -> point.seedSteps().size() - 1).toArray();
        double[] variances = ModeratedVariance.of(floored, freedoms);
        double[] weights = new double[variances.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = points.get(i).seedSteps().size() / variances[i];
        }
        return weights;
    }

    /** var(ln S) of one seed, but no less than the width of the bracket it was read off leaves open. */
    private static double[] spreads(List<CurvePoint> points) {
        return points.stream()
                .mapToDouble(point -> {
                    double[] logs =
                            point.seedSteps().stream().mapToDouble(Math::log).toArray();
                    double mean = Arrays.stream(logs).average().orElseThrow();
                    double spread = Arrays.stream(logs)
                                    .map(x -> (x - mean) * (x - mean))
                                    .sum()
                            / (logs.length - 1);
                    double width = point.lowSteps() > 0 ? Math.log(point.highSteps() / point.lowSteps()) : 0;
                    return Math.max(spread, width * width / 12);
                })
                .toArray();
    }

    private static Weights scaled(double[] raw, WeightSource source) {
        double mean = Arrays.stream(raw).average().orElse(1);
        return new Weights(Arrays.stream(raw).map(w -> w / mean).boxed().toList(), source);
    }
}
