package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void declaredWeightsAreUsedAsTheyAre() {
        Weights weights = Weights.of(List.of(
                CurvePoint.measured(1, 10).withWeight(1),
                CurvePoint.measured(2, 5).withWeight(3)));

        assertThat(weights.source()).isEqualTo(WeightSource.DECLARED);
        assertThat(weights.values()).containsExactly(0.5, 1.5);
    }

    @Test
    void aPointOfWeightTwoIsThatPointMeasuredTwice() {
        double[] steps = {1010, 540, 220, 150, 118};
        double[] once = {1, 2, 1, 1, 1};
        HyperbolaFit weighted = HyperbolaRegression.fit(new double[] {10, 20, 80, 200, 800}, steps, once);
        HyperbolaFit repeated = HyperbolaRegression.fit(
                new double[] {10, 20, 20, 80, 200, 800},
                new double[] {1010, 540, 540, 220, 150, 118},
                new double[] {1, 1, 1, 1, 1, 1});

        assertThat(weighted.curve().bCrit()).isCloseTo(repeated.curve().bCrit(), within(1e-6));
    }

    @Test
    void twoSeedsSayNothingAboutTheirSpread() {
        Weights weights = Weights.of(
                List.of(CurvePoint.ofSeeds(1, List.of(10.0, 11.0)), CurvePoint.ofSeeds(2, List.of(5.0, 9.0))));

        assertThat(weights).isEqualTo(new Weights(List.of(1.0, 1.0), WeightSource.EQUAL));
    }

    @Test
    void oneSeedThatDidNotReachMakesAllWeightsEqual() {
        Weights weights = Weights.of(List.of(
                CurvePoint.ofSeeds(1, List.of(10.0, 11.0, Double.POSITIVE_INFINITY)),
                CurvePoint.ofSeeds(2, List.of(5.0, 9.0, 7.0))));

        assertThat(weights.source()).isEqualTo(WeightSource.EQUAL);
    }

    @Test
    void seedsThatAllAgreeEverywhereMakeAllWeightsEqual() {
        Weights weights = Weights.of(
                List.of(CurvePoint.ofSeeds(1, List.of(9.0, 9.0, 9.0)), CurvePoint.ofSeeds(2, List.of(5.0, 5.0, 5.0))));

        assertThat(weights.source()).isEqualTo(WeightSource.EQUAL);
    }

    @Test
    void noisyPointsCountLessAndLuckyAgreementDoesNotTakeOver() {
        List<CurvePoint> points = Stream.concat(
                        IntStream.range(0, 6).mapToObj(i -> seeds(1 << i, i == 3 ? 0 : 0.01)),
                        IntStream.range(6, 12).mapToObj(i -> seeds(1 << i, 0.4)))
                .toList();

        Weights weights = Weights.of(points);

        assertThat(weights.source()).isEqualTo(WeightSource.SEED_SPREAD);
        assertThat(weights.values().get(0)).isGreaterThan(50 * weights.values().get(11));
        assertThat(weights.values().get(3)).isLessThan(2 * weights.values().get(0));
    }

    @Test
    void variancesThatDifferNoMoreThanChanceBecomeEqual() {
        double[] moderated = ModeratedVariance.of(new double[] {0.5, 1, 2, 1.2}, new int[] {2, 2, 2, 2});

        assertThat(moderated[0]).isEqualTo(moderated[1]).isEqualTo(moderated[2]).isEqualTo(moderated[3]);
    }

    @Test
    void variancesThatDifferAreDrawnTogetherWithoutChangingPlaces() {
        double[] moderated =
                ModeratedVariance.of(new double[] {1e-4, 1e-2, 1, 1e-3, 0.1, 10}, new int[] {2, 2, 2, 2, 2, 2});

        assertThat(moderated[0]).isGreaterThan(1e-4);
        assertThat(moderated[5]).isLessThan(10);
        assertThat(moderated[0]).isLessThan(moderated[3]);
        assertThat(moderated[3]).isLessThan(moderated[1]);
    }

    @Test
    void trigammaIsInverted() {
        for (double x : new double[] {0.01, 0.7, 3, 250}) {
            assertThat(ModeratedVariance.inverseTrigamma(Gamma.trigamma(x)) / x).isCloseTo(1, within(1e-6));
        }
    }

    private static CurvePoint seeds(double batch, double spread) {
        double steps = 100 + 5000 / batch;
        return CurvePoint.ofSeeds(batch, List.of(steps * Math.exp(-spread), steps, steps * Math.exp(spread)));
    }
}
