package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals, standard errors and flags against what many simulated sweeps show. */
class SimulatedFitsTest {
    private static final int SWEEPS = 2000;
    private static final Hyperbola TRUTH = new Hyperbola(40, 8000);

    @ParameterizedTest(name = "{0} batch sizes {1}x apart, noise {2}")
    @CsvSource({"9, 2, 0.02", "12, 2, 0.05", "15, 2, 0.1", "9, 4, 0.1", "6, 8, 0.05"})
    void standardErrorsMatchTheSpreadOfFitsAndIntervalsCoverTheTruth(int count, double factor, double sd) {
        List<Fitted> fits = noisyFits(count, factor, sd);

        double spread = standardDeviation(fits, f -> Math.log(f.bCrit().value()));
        double error = Math.sqrt(fits.stream()
                .mapToDouble(f -> Math.pow(f.bCrit().logStandardError(), 2))
                .average()
                .orElseThrow());

        assertThat(error / spread).isCloseTo(1, within(0.1));
        assertThat(part(fits, SimulatedFitsTest::covers)).isBetween(0.92, 0.98);
    }

    @ParameterizedTest(name = "{0} batch sizes {1}x apart, noise {2}")
    @CsvSource({"4, 8, 0.03", "5, 8, 0.03", "6, 8, 0.05", "9, 2, 0.02", "15, 2, 0.1"})
    void trueHyperbolasAreTakenForSomethingElseInOneFitInTwenty(int count, double factor, double sd) {
        List<Fitted> fits = noisyFits(count, factor, sd);

        assertThat(part(fits, f -> f.residuals().lackOfFit().pValue() < 0.05)).isBetween(0.03, 0.07);
        assertThat(part(fits, f -> f.residuals().lackOfFit().verdict() != LackOfFit.Verdict.NONE))
                .isLessThan(0.07);
    }

    @ParameterizedTest(name = "{0} seeds, noise from {1} to {2}")
    @CsvSource({"3, 0.1, 0.1", "5, 0.05, 0.15", "10, 0.03, 0.3"})
    void weightsFromTheSpreadOfSeedsKeepTheIntervalsHonest(int seeds, double first, double last) {
        List<Fitted> fits =
                seededCurves(seeds, first, last).stream().map(Synthetic::fit).toList();

        assertThat(part(fits, SimulatedFitsTest::covers)).isBetween(0.92, 0.98);
    }

    @ParameterizedTest(name = "{0} seeds, noise from {1} to {2}: {3} of the spread without weights")
    @CsvSource({"3, 0.1, 0.1, 1.02", "10, 0.03, 0.3, 0.85"})
    void weightsFromTheSpreadOfSeedsGainWhereNoiseDiffersAndCostNextToNothingWhereNot(
            int seeds, double first, double last, double atMost) {
        List<Curve> curves = seededCurves(seeds, first, last);
        List<Fitted> weighted = curves.stream().map(Synthetic::fit).toList();
        List<Fitted> alike = curves.stream()
                .map(SimulatedFitsTest::withoutSeeds)
                .map(Synthetic::fit)
                .toList();

        Function<Fitted, Double> log = f -> Math.log(f.bCrit().value());
        assertThat(standardDeviation(weighted, log) / standardDeviation(alike, log))
                .isLessThan(atMost);
    }

    @Test
    void noiseDoesNotHideThatIsotropicRegressionIsNoHyperbola() {
        Random random = new Random(1);
        List<Fitted> fits = IntStream.range(0, SWEEPS)
                .mapToObj(i -> Synthetic.fit(Synthetic.curve(
                        Synthetic.doublings(1, 13),
                        b -> Math.log(1e6) / Math.log1p(b / 101) * Math.exp(0.02 * random.nextGaussian()))))
                .toList();

        assertThat(part(fits, f -> f.residuals().lackOfFit().verdict() == LackOfFit.Verdict.LACK_OF_FIT))
                .isGreaterThan(0.98);
    }

    /** Centred on the bend, so that no draw lacks it. */
    private static List<Fitted> noisyFits(int count, double factor, double sd) {
        Random random = new Random(2024);
        double from = TRUTH.bCrit() / Math.pow(factor, (count - 1) / 2.0);
        List<Double> batches = IntStream.range(0, count)
                .mapToObj(i -> from * Math.pow(factor, i))
                .toList();
        return IntStream.range(0, SWEEPS)
                .mapToObj(i -> Synthetic.fit(Synthetic.noisy(TRUTH, batches, sd, random)))
                .toList();
    }

    private static List<Curve> seededCurves(int seeds, double first, double last) {
        Random random = new Random(5);
        List<Double> batches = Synthetic.doublings(8, 10);
        List<Curve> curves = new ArrayList<>();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<CurvePoint> points = new ArrayList<>();
            for (int k = 0; k < batches.size(); k++) {
                double steps = TRUTH.steps(batches.get(k));
                double sd = first + (last - first) * k / (batches.size() - 1);
                points.add(CurvePoint.ofSeeds(
                        batches.get(k),
                        IntStream.range(0, seeds)
                                .mapToObj(s -> steps * Math.exp(sd * random.nextGaussian()))
                                .toList()));
            }
            curves.add(Curve.of("seeds", "examples", points));
        }
        return curves;
    }

    private static Curve withoutSeeds(Curve curve) {
        return Curve.of(
                "seeds",
                "examples",
                curve.points().stream()
                        .map(point -> CurvePoint.measured(point.batch(), point.steps()))
                        .toList());
    }

    private static boolean covers(Fitted fit) {
        return fit.bCrit().low() <= TRUTH.bCrit()
                && TRUTH.bCrit() <= fit.bCrit().high();
    }

    private static double part(List<Fitted> fits, Predicate<Fitted> holds) {
        return (double) fits.stream().filter(holds).count() / fits.size();
    }

    private static double standardDeviation(List<Fitted> fits, Function<Fitted, Double> of) {
        double[] values = fits.stream().mapToDouble(of::apply).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }
}
