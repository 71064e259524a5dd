package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;

/** Fits the hyperbola {@code S = S_min + E_min / B} to a curve, or says why the points cannot carry it. */
public final class CurveFit {
    private static final double UPPER_TAIL = 0.975;

    /** From here on the fitted slope is within a tenth of -1 (or of 0) all over the data: one asymptote is a guess. */
    private static final double BEYOND = 9;

    private CurveFit() {}

    public static FitResult fit(Curve curve, FitOptions options) {
        List<CurvePoint> used = curve.usable();
        Curve warned = curve.withWarnings(PointWarnings.of(curve));
        Optional<Refused> refused = Requirements.check(curve, used, warned.warnings());
        Weights weights = Weights.of(used);
        double[] batches = used.stream().mapToDouble(CurvePoint::batch).toArray();
        double[] steps = used.stream().mapToDouble(CurvePoint::steps).toArray();
        if (refused.isPresent() && refused.get().reason() != Refused.Reason.NO_BEND) {
            return refused.get();
        }
        HyperbolaFit fit;
        try {
            fit = HyperbolaRegression.fit(batches, steps, weights.array());
        } catch (MathRuntimeException e) {
            return refused.isPresent()
                    ? refused.get()
                    : new Refused(
                            curve,
                            Refused.Reason.NOT_CONVERGED,
                            "the fit did not converge: " + e.getMessage(),
                            "look at the points",
                            Bound.UNKNOWN,
                            warned.warnings());
        }
        if (refused.isPresent()) {
            return refused.get().withBoundNoTighterThan(interval(fit));
        }
        return outside(curve, fit.curve(), batches, warned.warnings())
                .<FitResult>map(far -> far)
                .orElseGet(() -> summarise(curve, warned.warnings(), fit, weights, batches, steps, options));
    }

    private static Optional<Refused> outside(Curve curve, Hyperbola fitted, double[] batches, List<Warning> warnings) {
        double smallest = batches[0];
        double largest = batches[batches.length - 1];
        boolean above = fitted.bCrit() > BEYOND * largest;
        if (!above && fitted.bCrit() * BEYOND >= smallest) {
            return Optional.empty();
        }
        return Optional.of(new Refused(
                curve,
                Refused.Reason.BEND_OUTSIDE_RANGE,
                "the best fit bends far " + (above ? "above" : "below") + " the measured batch sizes, "
                        + Digits.measured(smallest) + " to " + Digits.measured(largest),
                "add " + (above ? "larger" : "smaller") + " batch sizes",
                above ? new Bound(largest, Double.POSITIVE_INFINITY) : new Bound(0, smallest),
                warnings));
    }

    private static Fitted summarise(
            Curve curve,
            List<Warning> warnings,
            HyperbolaFit fit,
            Weights weights,
            double[] batches,
            double[] steps,
            FitOptions options) {
        Hyperbola fitted = fit.curve();
        Intervals intervals = intervals(curve, fit, weights, batches, steps, options);
        Estimate bCrit = intervals.bCrit();
        Residuals residuals = residuals(fit, weights, batches, steps);
        LeaveOneOut left = LeaveOneOut.of(fitted, batches, steps, weights.array());
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(FitWarnings.of(curve.usable(), fitted, bCrit, residuals, left));
        all.addAll(IntervalWarnings.of(curve, intervals, weights.source()));
        return new Fitted(
                curve,
                fitted,
                intervals,
                CriticalBatch.table(bCrit, batches[0], options.referenceBatch()),
                curve.points().stream().map(point -> beside(fitted, point)).toList(),
                residuals,
                left,
                all);
    }

    private static Intervals intervals(
            Curve curve, HyperbolaFit fit, Weights weights, double[] batches, double[] steps, FitOptions options) {
        double quantile = quantile(fit);
        LogCovariance covariance = fit.covariance();
        Intervals scatter = Intervals.scatter(
                Estimate.logSymmetric(fit.curve().sMin(), Math.sqrt(covariance.sMin()), quantile),
                Estimate.logSymmetric(fit.curve().eMin(), Math.sqrt(covariance.eMin()), quantile),
                interval(fit));
        if (options.replicates() == 0 || curve.setting().crossingOfMean()) {
            return scatter;
        }
        Optional<IntervalMethod> seeds = SeedIntervals.method(curve.usable());
        if (seeds.isPresent()) {
            return SeedIntervals.of(curve, seeds.get(), weights, scatter, options);
        }
        return batches.length < ResidualIntervals.POINTS
                ? scatter
                : ResidualIntervals.of(scatter, batches, steps, weights.array(), fit, options);
    }

    private static Estimate interval(HyperbolaFit fit) {
        return Estimate.logSymmetric(
                fit.curve().bCrit(), Math.sqrt(fit.covariance().bCrit()), quantile(fit));
    }

    private static double quantile(HyperbolaFit fit) {
        return new TDistribution(fit.degreesOfFreedom()).inverseCumulativeProbability(UPPER_TAIL);
    }

    private static Residuals residuals(HyperbolaFit fit, Weights weights, double[] batches, double[] steps) {
        List<Double> logs = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < batches.length; i++) {
            double residual = Math.log(steps[i] / fit.curve().steps(batches[i]));
            logs.add(residual);
            squares += residual * residual;
        }
        double[] array = logs.stream().mapToDouble(Double::doubleValue).toArray();
        return new Residuals(
                weights.source(),
                Math.sqrt(squares / batches.length),
                fit.residualVariance(),
                fit.degreesOfFreedom(),
                SignRuns.of(logs),
                LackOfFit.test(fit.curve(), batches, array, weights.array()));
    }

    private static FittedPoint beside(Hyperbola fitted, CurvePoint point) {
        double at = fitted.steps(point.batch());
        boolean measured = point.reached() && point.steps() > 0;
        return new FittedPoint(point, point.usable(), at, measured ? Math.log(point.steps() / at) : Double.NaN);
    }
}
