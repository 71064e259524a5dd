package io.cbs.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Fits every {@link CurveModel}. At a given alpha or B_min what is left is a hyperbola in {@code B^alpha} or {@code B -
 * B_min}, so one number is searched and the rest solved for.
 */
final class ModelRegression {
    /** Fewer points leave nothing to compare. */
    private static final int POINTS = 4;

    /** RSS per point below which a difference is rounding: a millionth of S. */
    private static final double ROUNDING = 1e-12;

    private static final double CONFIDENCE = 0.95;
    private static final double LEAST_EXPONENT = 0.2;
    private static final double MOST_EXPONENT = 5;
    private static final double MOST_OF_SMALLEST = 0.999;

    private final double[] batches;
    private final double[] logs;
    private final double[] weights;

    private ModelRegression(List<CurvePoint> used) {
        this.batches = used.stream().mapToDouble(CurvePoint::batch).toArray();
        this.logs = used.stream().mapToDouble(p -> Math.log(p.steps())).toArray();
        this.weights = Weights.of(used).array();
    }

    static Optional<ModelComparison> compare(List<CurvePoint> used) {
        return used.size() < POINTS ? Optional.empty() : Optional.of(new ModelRegression(used).compare());
    }

    private ModelComparison compare() {
        List<ModelFit> table = new ArrayList<>();
        Candidate hyperbola = hyperbola(batches);
        table.add(fit(CurveModel.HYPERBOLA, hyperbola, OptionalDouble.empty()));
        Optional<ExtraParameter> exponent = Optional.empty();
        Optional<ExtraParameter> smallest = Optional.empty();
        boolean three = carries(CurveModel.FREE_EXPONENT);
        if (three) {
            DoubleFunction<Candidate> at = alpha -> hyperbola(changed(b -> Math.pow(b, alpha)));
            DoubleUnaryOperator squares = alpha -> at.apply(alpha).squares;
            Profile best = Profile.minimise(squares, LEAST_EXPONENT, MOST_EXPONENT);
            table.add(fit(CurveModel.FREE_EXPONENT, at.apply(best.at()), OptionalDouble.of(best.at())));
            exponent = Optional.of(test(squares, best, hyperbola.squares, LEAST_EXPONENT, MOST_EXPONENT, 1));
        }
        table.add(fit(CurveModel.SHARP_KNEE, knee(), OptionalDouble.empty()));
        if (three) {
            double unit = batches[0];
            DoubleFunction<Candidate> at = part -> hyperbola(changed(b -> b - part * unit));
            DoubleUnaryOperator squares = part -> at.apply(part).squares;
            Profile best = Profile.minimise(squares, 0, MOST_OF_SMALLEST);
            table.add(fit(CurveModel.SMALLEST_BATCH, at.apply(best.at()), OptionalDouble.of(best.at() * unit)));
            smallest = Optional.of(test(squares, best, hyperbola.squares, 0, MOST_OF_SMALLEST, unit));
        }
        double[] examples = new double[batches.length];
        int fewest = 0;
        for (int i = 0; i < examples.length; i++) {
            examples[i] = batches[i] * Math.exp(logs[i]);
            fewest = examples[i] < examples[fewest] ? i : fewest;
        }
        return new ModelComparison(table, exponent, smallest, batches[fewest], examples[0] / examples[fewest] - 1);
    }

    private boolean carries(CurveModel model) {
        return batches.length - model.parameters() - 2 > 0;
    }

    private Candidate hyperbola(double[] changed) {
        double start = Math.sqrt(changed[0] * changed[changed.length - 1]);
        LogAsymptotes found = new ProfiledHyperbola(changed, weights).fit(logs, start);
        Hyperbola curve = new Hyperbola(Math.exp(found.sMin()), Math.exp(found.eMin()));
        return candidate(curve, i -> Math.log(curve.steps(changed[i])));
    }

    /** At a given knee c: {@code ln S = ln a + max(0, ln(c/B))}, so ln a is a weighted mean. */
    private Candidate knee() {
        DoubleFunction<Candidate> at = logC -> {
            double sum = 0;
            double all = 0;
            for (int i = 0; i < batches.length; i++) {
                sum += weights[i] * (logs[i] - Math.max(0, logC - Math.log(batches[i])));
                all += weights[i];
            }
            double logA = sum / all;
            return candidate(
                    new Hyperbola(Math.exp(logA), Math.exp(logA + logC)),
                    i -> logA + Math.max(0, logC - Math.log(batches[i])));
        };
        Profile best =
                Profile.minimise(c -> at.apply(c).squares, Math.log(batches[0]), Math.log(batches[batches.length - 1]));
        return at.apply(best.at());
    }

    private Candidate candidate(Hyperbola curve, IntToDoubleFunction fitted) {
        List<Double> residuals = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < logs.length; i++) {
            double residual = logs[i] - fitted.applyAsDouble(i);
            residuals.add(residual);
            squares += weights[i] * residual * residual;
        }
        return new Candidate(curve, squares, residuals);
    }

    private ModelFit fit(CurveModel model, Candidate found, OptionalDouble extra) {
        int n = logs.length;
        int k = model.parameters() + 1;
        double mean = Math.max(ROUNDING, found.squares / n);
        double aicc =
                n - k - 1 > 0 ? n * Math.log(mean) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1) : Double.POSITIVE_INFINITY;
        return new ModelFit(
                model,
                found.curve.sMin(),
                found.curve.eMin(),
                extra,
                Math.sqrt(found.squares / n),
                aicc,
                SignRuns.of(found.residuals));
    }

    private ExtraParameter test(
            DoubleUnaryOperator squares, Profile best, double simpler, double from, double to, double unit) {
        int freedom = logs.length - 3;
        double noise = Math.max(best.value(), ROUNDING * logs.length) / freedom;
        FDistribution distribution = new FDistribution(1, freedom);
        double limit = best.value() + noise * distribution.inverseCumulativeProbability(CONFIDENCE);
        double f = Math.max(0, simpler - best.value()) / noise;
        return new ExtraParameter(
                best.at() * unit,
                best.crossing(squares, limit, from, 0) * unit,
                best.crossing(squares, limit, to, Double.POSITIVE_INFINITY) * unit,
                1 - distribution.cumulativeProbability(f));
    }

    private double[] changed(DoubleUnaryOperator change) {
        return Arrays.stream(batches).map(change).toArray();
    }

    private record Candidate(Hyperbola curve, double squares, List<Double> residuals) {}
}
