package io.cbs.fit;

import io.cbs.data.CounterRandom;
import io.cbs.data.Purpose;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Intervals where every point is one number: the residuals of the fit are drawn with replacement and put on the fitted
 * curve, and the fit is repeated. Residuals are first divided by {@code sqrt(1 - leverage)} and centred; the intervals
 * are studentised, {@code theta - t* se} with t* the percentiles of {@code (theta* - theta) / se*}: Davison and Hinkley
 * 1997, "Bootstrap Methods and their Application", section 6.2. It holds what Student's t holds, without taking the
 * residuals for normal; nothing of seeds or of the choice of the learning rate is in it.
 */
final class ResidualIntervals {
    /** With fewer points the residuals drawn repeat one another too often, and Student's t is the better guess. */
    static final int POINTS = 6;

    private final CounterRandom random;
    private final double[] batches;
    private final double[] weights;
    private final HyperbolaFit fit;
    private final double[] scaled;

    private ResidualIntervals(long seed, double[] batches, double[] steps, double[] weights, HyperbolaFit fit) {
        this.random = new CounterRandom(seed, Purpose.RESAMPLING);
        this.batches = batches;
        this.weights = weights;
        this.fit = fit;
        this.scaled = scaled(steps);
    }

    static Intervals of(
            Intervals scatter,
            double[] batches,
            double[] steps,
            double[] weights,
            HyperbolaFit fit,
            FitOptions options) {
        ResidualIntervals bootstrap = new ResidualIntervals(options.seed(), batches, steps, weights, fit);
        double[][] t = new double[3][options.replicates()];
        for (int r = 0; r < options.replicates(); r++) {
            HyperbolaFit again = bootstrap.replicate(r);
            for (int k = 0; k < 3; k++) {
                t[k][r] = bootstrap.studentised(again, k);
            }
        }
        return new Intervals(
                estimate(scatter.sMin(), t[0]),
                estimate(scatter.eMin(), t[1]),
                estimate(scatter.bCrit(), t[2]),
                IntervalMethod.RESIDUAL_BOOTSTRAP,
                options.replicates(),
                0,
                0,
                0);
    }

    private static Estimate estimate(Estimate scatter, double[] t) {
        double[] sorted = Percentiles.sorted(t);
        double error = scatter.logStandardError();
        return new Estimate(
                scatter.value(),
                scatter.value() * Math.exp(-error * Percentiles.of(sorted, 1 - ReplicateInterval.TAIL)),
                scatter.value() * Math.exp(-error * Percentiles.of(sorted, ReplicateInterval.TAIL)),
                error);
    }

    private HyperbolaFit replicate(int index) {
        CounterRandom draws = random.fork(index);
        double[] logs = new double[batches.length];
        double[] steps = new double[batches.length];
        for (int i = 0; i < logs.length; i++) {
            double drawn = scaled[draws.below(i, scaled.length)] / Math.sqrt(weights[i]);
            logs[i] = Math.log(fit.curve().steps(batches[i])) + drawn;
            steps[i] = Math.exp(logs[i]);
        }
        LogAsymptotes found =
                new ProfiledHyperbola(batches, weights).fit(logs, fit.curve().bCrit());
        Hyperbola curve = new Hyperbola(Math.exp(found.sMin()), Math.exp(found.eMin()));
        return HyperbolaRegression.summarise(curve, batches, steps, weights);
    }

    /** A replicate without a bend says that the parameter could be anything beyond. */
    private double studentised(HyperbolaFit again, int k) {
        ToDoubleFunction<HyperbolaFit> value =
                switch (k) {
                    case 0 -> f -> Math.log(f.curve().sMin());
                    case 1 -> f -> Math.log(f.curve().eMin());
                    default ->
                        f -> Math.log(f.curve().eMin()) - Math.log(f.curve().sMin());
                };
        double error = Math.sqrt(
                switch (k) {
                    case 0 -> again.covariance().sMin();
                    case 1 -> again.covariance().eMin();
                    default -> again.covariance().bCrit();
                });
        double moved = value.applyAsDouble(again) - value.applyAsDouble(fit);
        if (Double.isInfinite(moved)) {
            return moved;
        }
        // all residuals the same draw: no spread, so nothing to measure the distance by
        return error > 0 ? moved / error : 0;
    }

    /** Weighted residuals, with the variance that the fit took out of each put back, about a mean of zero. */
    private double[] scaled(double[] steps) {
        double[] residuals = new double[batches.length];
        for (int i = 0; i < residuals.length; i++) {
            double p = fit.curve().floorShare(batches[i]);
            double s2 = fit.residualVariance();
            double leverage = s2 > 0
                    ? weights[i]
                            * (p * p * fit.covariance().sMin()
                                    + 2 * p * (1 - p) * fit.covariance().cross()
                                    + (1 - p) * (1 - p) * fit.covariance().eMin())
                            / s2
                    : 0;
            residuals[i] = Math.log(steps[i] / fit.curve().steps(batches[i]))
                    * Math.sqrt(weights[i] / Math.max(1e-6, 1 - leverage));
        }
        double mean = Arrays.stream(residuals).average().orElseThrow();
        return Arrays.stream(residuals).map(r -> r - mean).toArray();
    }
}
