package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLawsTest {
    private static final Hyperbola TRUTH = new Hyperbola(40, 8000);
    private static final List<Double> BATCHES = Synthetic.doublings(12.5, 9);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1})
    void aPowerLawIsFoundWithItsCoefficientAndItsRuleIsNotRuledOut(double exponent) {
        RateLaws laws = laws(rates(b -> 0.01 * Math.pow(b, exponent)), 0);

        assertThat(laws.everywhere().exponent()).isCloseTo(exponent, within(1e-9));
        assertThat(laws.everywhere().coefficient()).isCloseTo(0.01, within(1e-9));
        assertThat(laws.belowCritical().get().points()).isEqualTo(4);
        assertThat(laws.everywhere().allows(exponent)).isTrue();
        assertThat(laws.everywhere().allows(1.5 - exponent)).isFalse();
    }

    @Test
    void theSaturatingLawIsFoundWithItsNoiseScaleAndExponentOne() {
        SaturationLaw law = laws(rates(b -> 0.3 / (1 + 150 / b)), 0).saturation();

        assertThat(law.epsMax()).isCloseTo(0.3, within(1e-6));
        assertThat(law.batchNoise()).isCloseTo(150, within(1e-3));
        assertThat(law.exponent().get().value()).isCloseTo(1, within(1e-3));
    }

    @Test
    void theExponentOfTheBracketIsFoundWhereItIsAHalf() {
        SaturationLaw law = laws(rates(b -> 0.3 / Math.sqrt(1 + 150 / b)), 0).saturation();

        assertThat(law.exponent().get().value()).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void momentumMakesTheRateEffective() {
        RateLaws plain = laws(rates(b -> 0.01 * b), 0);
        RateLaws heavy = laws(rates(b -> 0.01 * b), 0.9);

        assertThat(heavy.everywhere().coefficient())
                .isCloseTo(10 * plain.everywhere().coefficient(), within(1e-9));
        assertThat(heavy.everywhere().exponent()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aGridLeavesAnExponentOpenByItsSpacing() {
        // exactly linear by luck, on a grid of factor two: the uniform error of variance ln(2)^2/12 stays in the
        // interval
        List<CurvePoint> points = rates(b -> 0.01 * b).points().stream()
                .map(point -> point.withTried(around(point.learningRate().getAsDouble(), point.steps())))
                .toList();
        PowerLaw law = laws(Curve.of("grid", "examples", points), 0).everywhere();

        double t = 2.364624;
        assertThat(law.exponent()).isCloseTo(1, within(1e-9));
        assertThat(law.high() - 1).isCloseTo(t / Math.sqrt(12 * 60), within(1e-6));
    }

    private static List<TriedRate> around(double best, double steps) {
        return List.of(
                new TriedRate(best / 2, List.of(SeedRange.reached(2 * steps))),
                new TriedRate(best, List.of(SeedRange.reached(steps))),
                new TriedRate(2 * best, List.of(SeedRange.reached(2 * steps))));
    }

    @Test
    void theTrueLawOfASaturatingSweepIsHeldByItsIntervalsAndLinearScalingRuledOut() {
        int linear = 0;
        int held = 0;
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            Curve curve = new SyntheticSweep(TRUTH, 3, 0.05, 0.3, 2, 0.5).draw(BATCHES, random);
            RateLaws laws = laws(curve, 0);
            linear += laws.everywhere().allows(RateLaws.LINEAR) ? 1 : 0;
            ExtraParameter alpha = laws.saturation().exponent().get();
            held += alpha.low() <= 1 && 1 <= alpha.high() ? 1 : 0;
        }

        assertThat(linear).isLessThan(5);
        assertThat(held).isGreaterThan(90);
    }

    @Test
    void theRegretOfARuleIsReadOffTheTriedLearningRates() {
        // ln S = ln S0 + 0.3 (ln rate - ln best)^2 at rates a factor of two apart, best = 1/(1 + 200/B)
        Curve curve =
                new SyntheticSweep(TRUTH, 1, 0, 0.3, 2, 0).draw(List.of(100.0, 200.0, 400.0, 6400.0), new Random(1));
        List<Regret> regrets = laws(curve, 0).regrets();

        assertThat(regrets).hasSize(8);
        assertThat(regrets.get(0).factor()).isCloseTo(1, within(1e-9));
        // linear from 1/3 at 100: 2/3 at 200, where 1/2 is best and 1 the next
        double part = Math.log(4.0 / 3) / Math.log(2);
        assertThat(regrets.get(1).rate()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(regrets.get(1).factor()).isCloseTo(Math.exp(part * 0.3 * Math.log(2) * Math.log(2)), within(1e-9));
        // linear at 6400: 21, beyond eight times the best, which was the largest tried
        assertThat(regrets.get(3).factor()).isNaN();
    }

    @Test
    void theRegretNextToAStoppedLearningRateIsABoundAndBetweenTwoThatNeverReachIsInfinite() {
        CurvePoint point = CurvePoint.measured(8, 100)
                .withTried(List.of(
                        new TriedRate(1, List.of(SeedRange.reached(100))),
                        new TriedRate(4, List.of(SeedRange.censored(400))),
                        new TriedRate(16, List.of(SeedRange.never())),
                        new TriedRate(64, List.of(SeedRange.never()))));

        Regret between = Regret.of(1, point, 2);
        assertThat(between.factor()).isCloseTo(2, within(1e-9));
        assertThat(between.bound()).isTrue();
        assertThat(Regret.of(1, point, 8).factor()).isNaN();
        assertThat(Regret.of(1, point, 32).factor()).isInfinite();
        assertThat(Regret.of(1, point, 128).factor()).isNaN();
    }

    private static Curve rates(DoubleUnaryOperator rate) {
        List<CurvePoint> points = new ArrayList<>();
        for (double batch : BATCHES) {
            points.add(CurvePoint.measured(batch, TRUTH.steps(batch)).withLearningRate(rate.applyAsDouble(batch)));
        }
        return Curve.of("rates", "examples", points);
    }

    private static RateLaws laws(Curve curve, double momentum) {
        return CurveAnalysis.of(
                        curve.withSetting(Setting.UNKNOWN.withMomentum(momentum)),
                        new FitOptions(OptionalDouble.empty(), 200, 0))
                .rates()
                .orElseThrow();
    }
}
