package io.cbs.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What the points show of the regimes of a curve, with no more model than a straight line between neighbours.
 *
 * @param slopes between neighbouring batch sizes that are at least a doubling apart
 * @param perfectUpTo the largest batch size of an unbroken run of perfect scaling from the smallest on; empty if none
 * @param maximalFrom the smallest batch size of an unbroken run of maximal parallelism to the largest; empty if none
 * @param fittedPerfectUpTo {@code B_crit / 9}, where the fitted curve leaves perfect scaling; empty without a fit
 * @param fittedMaximalFrom {@code 9 B_crit}, where it enters maximal parallelism
 * @param empirical critical batch sizes by interpolation
 */
public record Regimes(
        List<RegimeSlope> slopes,
        OptionalDouble perfectUpTo,
        OptionalDouble maximalFrom,
        Optional<Estimate> fittedPerfectUpTo,
        Optional<Estimate> fittedMaximalFrom,
        List<EmpiricalBatch> empirical) {
    private static final double UPPER_TAIL = 0.975;

    public Regimes {
        slopes = List.copyOf(slopes);
        empirical = List.copyOf(empirical);
    }

    static Regimes of(FitResult result, Optional<Resampled> resampled) {
        List<CurvePoint> used = result.curve().usable();
        List<double[]> replicates =
                resampled.map(r -> complete(result.curve(), r)).orElse(List.of());
        Optional<Fitted> fitted = result instanceof Fitted fit ? Optional.of(fit) : Optional.empty();
        List<RegimeSlope> slopes = new ArrayList<>();
        for (LocalSlope slope : LocalSlope.of(used)) {
            slopes.add(slope(slope, used, replicates, fitted));
        }
        return new Regimes(
                slopes,
                perfectUpTo(slopes),
                maximalFrom(slopes),
                fitted.map(fit -> times(fit.bCrit(), 1 / Regime.FACTOR)),
                fitted.map(fit -> times(fit.bCrit(), Regime.FACTOR)),
                used.size() < 2 ? List.of() : empirical(used, replicates));
    }

    /** Steps of the usable points in every replicate in which all of them reached. */
    private static List<double[]> complete(Curve curve, Resampled resampled) {
        int[] usable = IntStream.range(0, curve.points().size())
                .filter(p -> curve.points().get(p).usable())
                .toArray();
        return Arrays.stream(resampled.steps())
                .map(row -> Arrays.stream(usable).mapToDouble(p -> row[p]).toArray())
                .filter(row -> Arrays.stream(row).allMatch(s -> s > 0 && Double.isFinite(s)))
                .toList();
    }

    private static RegimeSlope slope(
            LocalSlope slope, List<CurvePoint> used, List<double[]> replicates, Optional<Fitted> fitted) {
        int from = index(used, slope.lowBatch());
        int to = index(used, slope.highBatch());
        double width = Math.log(slope.highBatch() / slope.lowBatch());
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (fitted.isPresent()) {
            double error = halfWidth(fitted.get(), Weights.of(used), from, to) / width;
            low = slope.value() - error;
            high = slope.value() + error;
        } else if (!replicates.isEmpty()) {
            ReplicateInterval seeds = interval(replicates, row -> Math.log(row[to] / row[from]) / width, slope.value());
            low = seeds.low();
            high = seeds.high();
        }
        return new RegimeSlope(slope.lowBatch(), slope.highBatch(), slope.value(), low, high);
    }

    /**
     * Half the interval of a difference of two ln S, from the scatter of the other points: two points have next to none
     * of their own, and what their difference adds to the residual variance is first taken out of it.
     */
    private static double halfWidth(Fitted fit, Weights weights, int from, int to) {
        List<Double> residuals = fit.points().stream()
                .filter(FittedPoint::used)
                .map(FittedPoint::residual)
                .toList();
        double parts = 1 / weights.values().get(from) + 1 / weights.values().get(to);
        double difference = residuals.get(to) - residuals.get(from);
        int freedom = fit.residuals().degreesOfFreedom() - 1;
        double squares = (freedom + 1) * fit.residuals().residualVariance() - difference * difference / parts;
        double t = new TDistribution(freedom).inverseCumulativeProbability(UPPER_TAIL);
        return t * Math.sqrt(Math.max(0, squares) / freedom * parts);
    }

    private static List<EmpiricalBatch> empirical(List<CurvePoint> used, List<double[]> replicates) {
        double[] batches = used.stream().mapToDouble(CurvePoint::batch).toArray();
        double[] steps = used.stream().mapToDouble(CurvePoint::steps).toArray();
        List<EmpiricalBatch> table = new ArrayList<>();
        for (double overhead : CriticalBatch.OVERHEADS) {
            double value = EmpiricalBatch.crossing(batches, steps, 0, overhead);
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            if (!replicates.isEmpty()) {
                ReplicateInterval seeds = interval(
                        replicates,
                        row -> Math.log(EmpiricalBatch.crossing(batches, row, 0, overhead)),
                        Math.log(value));
                low = Math.exp(seeds.low());
                high = Math.exp(seeds.high());
            }
            // No batch size below the reference has an overhead over it.
            double least = low > 0 ? Math.max(batches[0], Math.min(low, value)) : low;
            table.add(new EmpiricalBatch(overhead, batches[0], value, least, Math.max(high, value)));
        }
        return table;
    }

    private static ReplicateInterval interval(
            List<double[]> replicates, ToDoubleFunction<double[]> value, double estimate) {
        return ReplicateInterval.of(
                replicates.stream().mapToDouble(value).sorted().toArray(), estimate);
    }

    private static OptionalDouble perfectUpTo(List<RegimeSlope> slopes) {
        OptionalDouble upTo = OptionalDouble.empty();
        for (RegimeSlope slope : slopes) {
            if (slope.regime() != Regime.PERFECT_SCALING) {
                break;
            }
            upTo = OptionalDouble.of(slope.highBatch());
        }
        return upTo;
    }

    private static OptionalDouble maximalFrom(List<RegimeSlope> slopes) {
        OptionalDouble from = OptionalDouble.empty();
        for (int i = slopes.size() - 1; i >= 0 && slopes.get(i).regime() == Regime.MAXIMAL_PARALLELISM; i--) {
            from = OptionalDouble.of(slopes.get(i).lowBatch());
        }
        return from;
    }

    private static int index(List<CurvePoint> points, double batch) {
        return IntStream.range(0, points.size())
                .filter(i -> points.get(i).batch() == batch)
                .findFirst()
                .orElseThrow();
    }

    private static Estimate times(Estimate estimate, double factor) {
        return new Estimate(
                estimate.value() * factor,
                estimate.low() * factor,
                estimate.high() * factor,
                estimate.logStandardError());
    }
}
