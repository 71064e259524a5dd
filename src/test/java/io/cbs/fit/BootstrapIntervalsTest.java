package io.cbs.fit;

import static io.cbs.fit.Synthetic.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of whole sweeps, the choice of the learning rate included, against what many simulated sweeps show. */
class BootstrapIntervalsTest {
    private static final int SWEEPS = 500;
    private static final int REPLICATES = 500;
    private static final Hyperbola TRUTH = new Hyperbola(40, 8000);
    private static final List<Double> BATCHES = Synthetic.doublings(12.5, 9);

    @ParameterizedTest(name = "{0} seeds, noise {1}, bend {2}, grid off by {3} spacings")
    @CsvSource({"3, 0.05, 0.3, 0", "5, 0.05, 0.3, 0", "3, 0.1, 0.3, 0.5", "4, 0.1, 0.1, 0.5"})
    void nineteenIntervalsInTwentyHoldTheTruthThoughTheLearningRateIsChosenOnTheSameSeeds(
            int seeds, double sd, double bend, double offset) {
        SyntheticSweep sweep = new SyntheticSweep(TRUTH, seeds, sd, bend, 2, offset);
        Random random = new Random(11);
        List<Fitted> fits = fits(i -> sweep.draw(BATCHES, random));

        assertThat(fits.get(0).intervals().method()).isEqualTo(IntervalMethod.NESTED_BOOTSTRAP);
        assertThat(covered(fits, Fitted::bCrit, TRUTH.bCrit())).isBetween(0.92, 0.98);
        assertThat(covered(fits, Fitted::sMin, TRUTH.sMin())).isBetween(0.92, 0.985);
        assertThat(covered(fits, Fitted::eMin, TRUTH.eMin())).isBetween(0.92, 0.985);
    }

    @ParameterizedTest(name = "{0} batch sizes {1}x apart, noise {2}")
    @CsvSource({"9, 2, 0.05", "7, 3, 0.1", "15, 2, 0.1"})
    void withOneSeedTheResidualsAreDrawnAndTheIntervalsHoldTheTruthAsOften(int count, double factor, double sd) {
        Random random = new Random(12);
        List<Double> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(TRUTH.bCrit() * Math.pow(factor, i - (count - 1) / 2.0));
        }
        List<Fitted> fits = fits(i -> Synthetic.noisy(TRUTH, batches, sd, random));

        assertThat(fits.get(0).intervals().method()).isEqualTo(IntervalMethod.RESIDUAL_BOOTSTRAP);
        assertThat(codes(fits.get(0))).contains(Warning.Code.SCATTER_INTERVALS);
        assertThat(covered(fits, Fitted::bCrit, TRUTH.bCrit())).isBetween(0.92, 0.98);
    }

    @Test
    void everyDefinitionFollowsTheIntervalOfBCrit() {
        Fitted fit = fits(i -> new SyntheticSweep(TRUTH, 3, 0.05, 0.3, 2, 0).draw(BATCHES, new Random(3)))
                .get(0);

        assertThat(fit.critical()).hasSize(9).allSatisfy(critical -> {
            double overhead = critical.overhead().orElse(1);
            double linear = critical.referenceBatch().isPresent()
                    ? (1 + overhead) * critical.referenceBatch().getAsDouble()
                    : 0;
            assertThat(critical.low()).isCloseTo(linear + overhead * fit.bCrit().low(), within(1e-9));
            assertThat(critical.high())
                    .isCloseTo(linear + overhead * fit.bCrit().high(), within(1e-9));
        });
    }

    @Test
    void stoppingBeatenTrialsChangesNoIntervalAsLongAsNoDrawIsUndecided() {
        Curve full = new SyntheticSweep(TRUTH, 3, 0.03, 0.5, 2, 0).draw(BATCHES, new Random(8));
        Fitted all = fit(full, 0);
        Fitted raced = fit(stoppedAt(full, 1.3), 0);

        assertThat(raced.intervals()).isEqualTo(all.intervals());
        assertThat(codes(raced)).doesNotContain(Warning.Code.UNDECIDED_DRAWS);
    }

    @Test
    void drawsThatAStoppedLearningRateMightHaveWonAreSaid() {
        Curve full = new SyntheticSweep(TRUTH, 3, 0.1, 0.1, 2, 0).draw(BATCHES, new Random(8));
        Fitted raced = fit(stoppedAt(full, 1), 0);

        assertThat(raced.intervals().undecided()).isBetween(0.001, 0.9);
        assertThat(codes(raced)).contains(Warning.Code.UNDECIDED_DRAWS);
    }

    @Test
    void theSelectionBiasIsMeasuredAndNamed() {
        // seven learning rates alike, one seed's noise of 10%: the least of seven medians of five lies well below
        Fitted fit = fit(new SyntheticSweep(TRUTH, 5, 0.1, 0, 2, 0).draw(BATCHES, new Random(2)), 0);

        assertThat(fit.intervals().selectionShift()).isBetween(-0.08, -0.02);
        assertThat(fit.warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(Warning.Code.BOOTSTRAP_INTERVALS);
            assertThat(warning.message()).contains("selection bias");
        });
    }

    @Test
    void aCurveOfWhichOnlySomePointsHaveSeedsSaysSo() {
        List<CurvePoint> points = new ArrayList<>(
                Synthetic.noisy(TRUTH, BATCHES, 0.05, new Random(1)).points());
        points.set(2, CurvePoint.ofSeeds(50, List.of(195.0, 200.0, 205.0)));
        Fitted fit = fit(Curve.of("some", "examples", points), 0);

        assertThat(fit.intervals().method()).isEqualTo(IntervalMethod.RESIDUAL_BOOTSTRAP);
        assertThat(fit.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).startsWith("not every batch size has two seeds"));
    }

    @Test
    void theCrossingOfTheMeanHasNoSeedsToDrawAndSaysSo() {
        Curve curve = Synthetic.curve(BATCHES, TRUTH::steps).withSetting(Setting.UNKNOWN.withCrossingOfMean());
        Fitted fit = fit(curve, 0);

        assertThat(fit.intervals().method()).isEqualTo(IntervalMethod.FIT_SCATTER);
        assertThat(fit.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("crossing of the mean"));
    }

    private static Curve stoppedAt(Curve curve, double margin) {
        return Curve.of(
                curve.label(),
                curve.unit(),
                curve.points().stream()
                        .map(point -> point.withTried(point.tried().stream()
                                .map(rate -> stopped(rate, margin * point.steps()))
                                .toList()))
                        .toList());
    }

    private static TriedRate stopped(TriedRate rate, double at) {
        boolean out = rate.median().atMost() > at;
        return new TriedRate(
                rate.learningRate(),
                rate.seeds().stream()
                        .map(seed -> out && seed.atMost() > at ? SeedRange.censored(at) : seed)
                        .toList());
    }

    private static List<Fitted> fits(Function<Integer, Curve> draw) {
        List<Fitted> fits = new ArrayList<>();
        for (int i = 0; i < SWEEPS; i++) {
            FitResult result = CurveFit.fit(draw.apply(i), new FitOptions(OptionalDouble.empty(), REPLICATES, i));
            if (result instanceof Fitted fitted) {
                fits.add(fitted);
            }
        }
        assertThat(fits).hasSizeGreaterThan(SWEEPS * 9 / 10);
        return fits;
    }

    private static Fitted fit(Curve curve, long seed) {
        return (Fitted) CurveFit.fit(curve, new FitOptions(OptionalDouble.empty(), REPLICATES, seed));
    }

    private static double covered(List<Fitted> fits, Function<Fitted, Estimate> parameter, double truth) {
        return fits.stream()
                        .map(parameter)
                        .filter(e -> e.low() <= truth && truth <= e.high())
                        .count()
                / (double) fits.size();
    }
}
