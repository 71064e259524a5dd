package io.cbs.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Intervals from a bootstrap over seeds.
 *
 * <p>With theta the logarithm of a parameter and m the median of its replicates, the ends are the percentiles 2.5% and
 * 97.5% of the replicates less {@code 2 (m - theta)}: choosing the best learning rate anew shifts the replicates off the
 * estimate as choosing it shifted the estimate off the truth, so both shifts are taken out (the median-bias correction
 * of Efron 1987, "Better bootstrap confidence intervals", for a symmetric distribution). The interval is then joined
 * with that from the scatter of the points about the fit, which sees what seeds do not show: the place of the best
 * learning rate between those tried, and the curve not being a hyperbola. With two or three seeds a bootstrap alone is
 * too narrow, for n seeds show only (n-1)/n of their variance. Coverage is measured by simulation in the tests.
 */
final class SeedIntervals {
    private SeedIntervals() {}

    /** Which bootstrap over seeds the points can carry. */
    static Optional<IntervalMethod> method(List<CurvePoint> used) {
        if (used.stream().allMatch(point -> point.tried().stream()
                .anyMatch(rate -> rate.seeds().size() > 1))) {
            return Optional.of(IntervalMethod.NESTED_BOOTSTRAP);
        }
        return used.stream().allMatch(point -> point.seedSteps().size() > 1)
                ? Optional.of(IntervalMethod.SEED_BOOTSTRAP)
                : Optional.empty();
    }

    static Intervals of(Curve curve, IntervalMethod method, Weights weights, Intervals scatter, FitOptions options) {
        Resampled resampled = resample(curve, method, options);
        HyperbolaReplicates replicates =
                HyperbolaReplicates.of(curve, weights, scatter.bCrit().value(), resampled);
        return new Intervals(
                joined(scatter.sMin(), replicates, LogAsymptotes::sMin),
                joined(scatter.eMin(), replicates, LogAsymptotes::eMin),
                joined(scatter.bCrit(), replicates, LogAsymptotes::bCrit),
                method,
                resampled.count(),
                resampled.undecided(),
                replicates.dropped(),
                shift(curve, resampled));
    }

    /** Replicates of the curve, if its points have seeds to draw. */
    static Optional<Resampled> resample(Curve curve, FitOptions options) {
        return options.replicates() == 0 || curve.usable().isEmpty()
                ? Optional.empty()
                : method(curve.usable()).map(method -> resample(curve, method, options));
    }

    static Resampled resample(Curve curve, IntervalMethod method, FitOptions options) {
        List<CurvePoint> points = method == IntervalMethod.NESTED_BOOTSTRAP
                ? curve.points()
                : curve.points().stream().map(SeedIntervals::bestAlone).toList();
        return new SeedResampling(options.seed(), points).draw(options.replicates());
    }

    private static CurvePoint bestAlone(CurvePoint point) {
        if (point.seedSteps().isEmpty()) {
            return point.withTried(List.of());
        }
        List<SeedRange> seeds =
                point.seedSteps().stream().map(SeedRange::reached).toList();
        return point.withTried(List.of(new TriedRate(point.learningRate().orElse(1), seeds)));
    }

    private static Estimate joined(
            Estimate scatter, HyperbolaReplicates replicates, ToDoubleFunction<LogAsymptotes> parameter) {
        double[] sorted = replicates.sorted(parameter);
        ReplicateInterval interval = ReplicateInterval.of(sorted, Math.log(scatter.value()));
        return new Estimate(
                scatter.value(),
                Math.min(scatter.low(), Math.exp(interval.low())),
                Math.max(scatter.high(), Math.exp(interval.high())),
                scatter.logStandardError());
    }

    private static double shift(Curve curve, Resampled resampled) {
        double sum = 0;
        int count = 0;
        for (int p = 0; p < curve.points().size(); p++) {
            CurvePoint point = curve.points().get(p);
            for (double[] steps : resampled.steps()) {
                if (point.usable() && steps[p] > 0 && Double.isFinite(steps[p])) {
                    sum += Math.log(steps[p] / point.steps());
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
