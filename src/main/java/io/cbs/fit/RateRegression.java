package io.cbs.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;

/** Fits the laws of the best learning rate, in logarithms and with every batch size weighted alike. */
final class RateRegression {
    private static final int POINTS = 3;
    private static final int FREE_POINTS = 6;
    private static final double FAR = 100;
    private static final double CONFIDENCE = 0.95;
    private static final double LEAST_EXPONENT = 0.05;
    private static final double MOST_EXPONENT = 4;

    private final double momentum;
    private final List<CurvePoint> points;
    private final int[] positions;
    private final Optional<Resampled> resampled;
    private final double[] batches;
    private final double[] logRates;

    private RateRegression(Curve curve, Optional<Resampled> resampled) {
        this.momentum = curve.setting().momentum().orElse(0);
        this.resampled = resampled;
        this.positions = IntStream.range(0, curve.points().size())
                .filter(p -> curve.points().get(p).usable())
                .filter(p -> curve.points().get(p).learningRate().isPresent())
                .toArray();
        this.points = Arrays.stream(positions).mapToObj(curve.points()::get).toList();
        this.batches = points.stream().mapToDouble(CurvePoint::batch).toArray();
        this.logRates = points.stream()
                .mapToDouble(p -> effective(p.learningRate().getAsDouble()))
                .toArray();
    }

    /** Empty where fewer than three usable batch sizes have a learning rate. */
    static Optional<RateLaws> of(FitResult fit, Optional<Resampled> resampled) {
        RateRegression regression = new RateRegression(fit.curve(), resampled);
        return regression.points.size() < POINTS ? Optional.empty() : Optional.of(regression.laws(fit));
    }

    private RateLaws laws(FitResult fit) {
        int below = fit instanceof Fitted fitted
                ? (int) Arrays.stream(batches)
                        .filter(b -> b < fitted.bCrit().value())
                        .count()
                : 0;
        return new RateLaws(
                momentum,
                power(batches.length),
                below < POINTS ? Optional.empty() : Optional.of(power(below)),
                saturation(),
                regrets());
    }

    private double effective(double rate) {
        return Math.log(rate / (1 - momentum));
    }

    /** Over the first so many batch sizes. The scatter is at least that of a grid, a twelfth of its spacing squared. */
    private PowerLaw power(int count) {
        double[] x = Arrays.stream(batches).limit(count).map(Math::log).toArray();
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        LogLine line = LogLine.of(x, Arrays.copyOf(logRates, count), ones);
        double half = line.halfWidth(gridVariance(count));
        double low = line.slope() - half;
        double high = line.slope() + half;
        if (resampled.isPresent()) {
            double[] slopes = Arrays.stream(resampled.get().rates())
                    .map(row -> Arrays.stream(positions)
                            .limit(count)
                            .mapToDouble(p -> effective(row[p]))
                            .toArray())
                    .filter(rates -> Arrays.stream(rates).noneMatch(Double::isNaN))
                    .mapToDouble(rates -> LogLine.of(x, rates, ones).slope())
                    .sorted()
                    .toArray();
            if (slopes.length > 0) {
                ReplicateInterval seeds =
                        ReplicateInterval.of(slopes, line.slope()).joined(low, high);
                low = seeds.low();
                high = seeds.high();
            }
        }
        return new PowerLaw(Math.exp(line.intercept()), line.slope(), low, high, count);
    }

    private double gridVariance(int count) {
        return points.stream()
                .limit(count)
                .mapToDouble(RateRegression::spacing)
                .map(s -> s * s / 12)
                .average()
                .orElse(0);
    }

    /** Mean distance, in the logarithm, of the best learning rate to its tried neighbours; 0 where none are known. */
    private static double spacing(CurvePoint point) {
        double best = point.learningRate().getAsDouble();
        return point.tried().stream()
                .mapToDouble(TriedRate::learningRate)
                .filter(rate -> rate != best)
                .map(rate -> Math.abs(Math.log(rate / best)))
                .sorted()
                .limit(2)
                .average()
                .orElse(0);
    }

    /** With alpha = 1 the inverse of the rate is a hyperbola: {@code 1/eps_max + (B_n/eps_max)/B}. */
    private SaturationLaw saturation() {
        double[] inverse = Arrays.stream(logRates).map(rate -> -rate).toArray();
        double[] ones = new double[batches.length];
        Arrays.fill(ones, 1);
        double middle = Math.sqrt(batches[0] * batches[batches.length - 1]);
        LogAsymptotes found = new ProfiledHyperbola(batches, ones).fit(inverse, middle);
        return new SaturationLaw(Math.exp(-found.sMin()), Math.exp(found.bCrit()), exponent());
    }

    private Optional<ExtraParameter> exponent() {
        if (batches.length < FREE_POINTS) {
            return Optional.empty();
        }
        double low = Math.log(batches[0] / FAR);
        double high = Math.log(batches[batches.length - 1] * FAR);
        DoubleUnaryOperator squares = alpha -> Profile.minimise(logNoise -> squares(alpha, logNoise), low, high)
                .value();
        Profile best = Profile.minimise(squares, LEAST_EXPONENT, MOST_EXPONENT);
        int freedom = batches.length - 3;
        double noise = Math.max(best.value() / freedom, gridVariance(batches.length));
        FDistribution distribution = new FDistribution(1, freedom);
        double limit = best.value() + noise * distribution.inverseCumulativeProbability(CONFIDENCE);
        double f = noise > 0 ? Math.max(0, squares.applyAsDouble(1) - best.value()) / noise : 0;
        return Optional.of(new ExtraParameter(
                best.at(),
                best.crossing(squares, limit, LEAST_EXPONENT, 0),
                best.crossing(squares, limit, MOST_EXPONENT, Double.POSITIVE_INFINITY),
                1 - distribution.cumulativeProbability(f)));
    }

    private double squares(double alpha, double logNoise) {
        double sum = 0;
        double squared = 0;
        for (int i = 0; i < batches.length; i++) {
            double left = logRates[i] + alpha * Math.log1p(Math.exp(logNoise) / batches[i]);
            sum += left;
            squared += left * left;
        }
        return Math.max(0, squared - sum * sum / batches.length);
    }

    private List<Regret> regrets() {
        List<Regret> regrets = new ArrayList<>();
        CurvePoint first = points.get(0);
        for (double exponent : new double[] {RateLaws.LINEAR, RateLaws.SQUARE_ROOT}) {
            for (CurvePoint point : points) {
                double rate = first.learningRate().getAsDouble() * Math.pow(point.batch() / first.batch(), exponent);
                if (!point.tried().isEmpty()) {
                    regrets.add(Regret.of(exponent, point, rate));
                }
            }
        }
        return regrets;
    }
}
