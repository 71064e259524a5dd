package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimesTest {
    private static final Hyperbola TRUTH = new Hyperbola(40, 8000);

    @Test
    void anExactHyperbolaChangesRegimeAtANinthAndAtNineTimesItsCriticalBatchSize() {
        Regimes regimes = analyse(Synthetic.curve(Synthetic.doublings(200 / 256.0, 17), TRUTH::steps));

        // chords between B and 2B: the steepest regime ends with the last chord of slope -0.9 or less, below 200/9
        assertThat(regimes.perfectUpTo().getAsDouble()).isBetween(200 / 18.0, 200 / 4.5);
        assertThat(regimes.maximalFrom().getAsDouble()).isBetween(900.0, 3600.0);
        assertThat(regimes.fittedPerfectUpTo().get().value()).isCloseTo(200 / 9.0, within(1e-6));
        assertThat(regimes.fittedMaximalFrom().get().value()).isCloseTo(1800, within(1e-4));
        assertThat(TRUTH.slope(200 / 9.0)).isCloseTo(Regime.STEEP, within(1e-12));
        assertThat(TRUTH.slope(1800)).isCloseTo(Regime.FLAT, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.5, 1})
    void interpolationBetweenExactPointsComesCloseToTheOverheadOfTheCurve(double overhead) {
        Regimes regimes = analyse(Synthetic.curve(Synthetic.doublings(2, 12), TRUTH::steps));

        double exact = (1 + overhead) * 2 + overhead * 200;
        EmpiricalBatch found = regimes.empirical().stream()
                .filter(e -> e.overhead() == overhead)
                .findFirst()
                .orElseThrow();
        assertThat(found.value()).isCloseTo(exact, within(0.07 * exact));
        assertThat(found.referenceBatch()).isEqualTo(2);
    }

    @Test
    void interpolationIsExactWhereExamplesAreAPowerOfTheBatchSize() {
        double[] batches = {1, 2, 4, 8};
        double[] steps = {100, 100 / Math.sqrt(2), 50, 100 / Math.sqrt(8)};

        // E = 100 sqrt(B) reaches twice its first value at B = 4, 1.5 times at 2.25
        assertThat(EmpiricalBatch.crossing(batches, steps, 0, 1)).isCloseTo(4, within(1e-12));
        assertThat(EmpiricalBatch.crossing(batches, steps, 0, 0.5)).isCloseTo(2.25, within(1e-12));
        assertThat(EmpiricalBatch.crossing(batches, steps, 0, 3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void whatNoMeasuredBatchSizeExceedsIsOnlyABound() {
        Regimes regimes = analyse(Synthetic.curve(Synthetic.doublings(1, 6), b -> 8000 / b));

        assertThat(regimes.fittedPerfectUpTo()).isEmpty();
        assertThat(regimes.perfectUpTo()).isEqualTo(OptionalDouble.of(32));
        assertThat(regimes.maximalFrom()).isEmpty();
        assertThat(regimes.empirical()).allSatisfy(e -> assertThat(e.value()).isInfinite());
    }

    @Test
    void aSlopeWithoutSeedsOrFitHasNoInterval() {
        RegimeSlope slope = analyse(Synthetic.curve(List.of(1.0, 2.0), b -> 100 / b))
                .slopes()
                .get(0);

        assertThat(slope.value()).isCloseTo(-1, within(1e-12));
        assertThat(slope.low()).isInfinite();
        assertThat(slope.decided()).isFalse();
    }

    @ParameterizedTest(name = "{0} seeds, noise {1}")
    @CsvSource({"3, 0.05", "5, 0.1"})
    void intervalsOfSlopesAndOfInterpolatedBatchSizesHoldTheTruth(int seeds, double sd) {
        SyntheticSweep sweep = new SyntheticSweep(TRUTH, seeds, sd, 0.3, 2, 0);
        List<Double> batches = Synthetic.doublings(12.5, 9);
        Random random = new Random(5);
        int held = 0;
        int slopes = 0;
        int crossings = 0;
        for (int i = 0; i < 200; i++) {
            Regimes regimes = CurveAnalysis.of(
                            sweep.draw(batches, random), new FitOptions(OptionalDouble.empty(), 400, i))
                    .regimes();
            for (RegimeSlope slope : regimes.slopes()) {
                double truth = Math.log(TRUTH.steps(slope.highBatch()) / TRUTH.steps(slope.lowBatch())) / Math.log(2);
                held += slope.low() <= truth && truth <= slope.high() ? 1 : 0;
                slopes++;
            }
            EmpiricalBatch twice = regimes.empirical().get(3);
            double truth = EmpiricalBatch.crossing(
                    batches.stream().mapToDouble(b -> b).toArray(),
                    batches.stream().mapToDouble(TRUTH::steps).toArray(),
                    0,
                    1);
            crossings += twice.low() <= truth && truth <= twice.high() ? 1 : 0;
        }

        assertThat(held / (double) slopes).isBetween(0.92, 0.98);
        assertThat(crossings / 200.0).isBetween(0.88, 0.99);
    }

    private static Regimes analyse(Curve curve) {
        return CurveAnalysis.of(curve, FitOptions.defaults()).regimes();
    }
}
