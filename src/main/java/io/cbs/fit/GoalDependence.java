package io.cbs.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The critical batch size at several goals of one metric, read off the same runs.
 *
 * @param metric of the goals
 * @param unit of the batch size
 * @param batches easiest goal first; goals at which no B_crit could be had are left out
 * @param refusedGoals those goals
 * @param law its power law; empty with fewer than three goals, which leave a line nothing to be checked by
 */
public record GoalDependence(
        String metric, String unit, List<GoalBatch> batches, List<Double> refusedGoals, Optional<GoalLaw> law) {
    private static final int GOALS = 3;

    public GoalDependence {
        batches = List.copyOf(batches);
        refusedGoals = List.copyOf(refusedGoals);
    }

    /** One for each metric that has two goals or more among the curves of one sweep. */
    public static List<GoalDependence> of(List<CurveAnalysis> curves, FitOptions options) {
        Map<String, List<FitResult>> byMetric = new LinkedHashMap<>();
        for (CurveAnalysis curve : curves) {
            Setting setting = curve.fit().curve().setting();
            if (setting.goal().orElse(0) > 0) {
                byMetric.computeIfAbsent(setting.metric(), any -> new ArrayList<>())
                        .add(curve.fit());
            }
        }
        return byMetric.values().stream()
                .filter(fits -> fits.size() > 1)
                .map(fits -> ofMetric(fits, options))
                .toList();
    }

    private static GoalDependence ofMetric(List<FitResult> unordered, FitOptions options) {
        List<FitResult> fits = unordered.stream()
                .sorted(Comparator.comparingDouble(GoalDependence::goal).reversed())
                .toList();
        List<Fitted> fitted = fits.stream()
                .filter(Fitted.class::isInstance)
                .map(Fitted.class::cast)
                .toList();
        return new GoalDependence(
                fits.get(0).curve().setting().metric(),
                fits.get(0).curve().unit(),
                fitted.stream()
                        .map(fit -> new GoalBatch(goal(fit), fit.bCrit()))
                        .toList(),
                fits.stream()
                        .filter(Refused.class::isInstance)
                        .map(GoalDependence::goal)
                        .toList(),
                fitted.size() < GOALS ? Optional.empty() : Optional.of(law(fitted, options)));
    }

    private static GoalLaw law(List<Fitted> fits, FitOptions options) {
        double[] x = fits.stream().mapToDouble(fit -> Math.log(goal(fit))).toArray();
        double[] y =
                fits.stream().mapToDouble(fit -> Math.log(fit.bCrit().value())).toArray();
        double[] weights = fits.stream()
                .mapToDouble(fit -> 1 / Math.max(1e-12, Math.pow(fit.bCrit().logStandardError(), 2)))
                .toArray();
        LogLine line = LogLine.of(x, y, weights);
        double half = line.halfWidth(0);
        double mean = 0;
        double all = 0;
        for (int i = 0; i < x.length; i++) {
            mean += weights[i] * x[i];
            all += weights[i];
        }
        mean /= all;
        // the intercept's variance is s^2 (1/sum of weights + mean^2 / spread)
        double factor = Math.sqrt(line.spread() / all + mean * mean);
        double interceptHalf = half * factor;
        ReplicateInterval slope = new ReplicateInterval(line.slope() - half, line.slope() + half);
        ReplicateInterval star =
                new ReplicateInterval(line.intercept() - interceptHalf, line.intercept() + interceptHalf);
        List<LogLine> lines = replicates(fits, x, weights, options);
        if (!lines.isEmpty()) {
            slope = ReplicateInterval.of(
                            lines.stream().mapToDouble(LogLine::slope).sorted().toArray(), line.slope())
                    .joined(slope.low(), slope.high());
            star = ReplicateInterval.of(
                            lines.stream()
                                    .mapToDouble(LogLine::intercept)
                                    .sorted()
                                    .toArray(),
                            line.intercept())
                    .joined(star.low(), star.high());
        }
        return new GoalLaw(
                new Estimate(
                        Math.exp(line.intercept()),
                        Math.exp(star.low()),
                        Math.exp(star.high()),
                        factor * line.slopeError(0)),
                -line.slope(),
                -slope.high(),
                -slope.low(),
                lines.size());
    }

    /** The line through every goal in each replicate: the goals of one replicate are read off the same drawn runs. */
    private static List<LogLine> replicates(List<Fitted> fits, double[] x, double[] weights, FitOptions options) {
        List<HyperbolaReplicates> goals = new ArrayList<>();
        for (Fitted fit : fits) {
            Optional<Resampled> resampled = SeedIntervals.resample(fit.curve(), options);
            if (resampled.isEmpty()) {
                return List.of();
            }
            Weights own = Weights.of(fit.curve().usable());
            goals.add(HyperbolaReplicates.of(fit.curve(), own, fit.hyperbola().bCrit(), resampled.get()));
        }
        List<LogLine> lines = new ArrayList<>();
        for (int r = 0; r < options.replicates(); r++) {
            int replicate = r;
            double[] y = goals.stream()
                    .map(goal -> goal.fits().get(replicate))
                    .mapToDouble(fit -> fit == null ? Double.NaN : fit.bCrit())
                    .toArray();
            if (Arrays.stream(y).allMatch(Double::isFinite)) {
                lines.add(LogLine.of(x, y, weights));
            }
        }
        return lines;
    }

    private static double goal(FitResult fit) {
        return fit.curve().setting().goal().orElseThrow();
    }
}
