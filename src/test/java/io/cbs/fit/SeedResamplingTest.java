package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedResamplingTest {
    private static final int REPLICATES = 20_000;

    @Test
    void theMedianOfThreeDrawnSeedsIsTheMiddleOneIn13Of27Draws() {
        double[] steps = drawn(reached(0.1, 10, 20, 30));

        assertThat(share(steps, 20)).isCloseTo(13 / 27.0, within(0.012));
        assertThat(share(steps, 10)).isCloseTo(7 / 27.0, within(0.012));
        assertThat(share(steps, 30)).isCloseTo(7 / 27.0, within(0.012));
    }

    @Test
    void theBestLearningRateIsChosenAnewInEveryDraw() {
        // the mean of two draws is 10, 20 or 30 with 1/4, 1/2 and 1/4, and the smaller of two such means is taken
        double[] steps = drawn(reached(0.1, 10, 30), reached(0.2, 10, 30));

        assertThat(share(steps, 30)).isCloseTo(1 / 16.0, within(0.008));
        assertThat(share(steps, 10)).isCloseTo(7 / 16.0, within(0.015));
    }

    @Test
    void aSeedThatNeverReachesIsInfinityInTheMedian() {
        double[] steps =
                drawn(new TriedRate(0.1, List.of(SeedRange.reached(10), SeedRange.reached(10), SeedRange.never())));

        assertThat(share(steps, Double.POSITIVE_INFINITY)).isCloseTo(7 / 27.0, within(0.012));
    }

    @Test
    void aBeatenLearningRateCannotWinAgainstOneThatIsSmallerThanItsBound() {
        Resampled resampled = draw(reached(0.1, 100, 110, 120), censored(0.2, 130, 140, 125));

        assertThat(resampled.undecided()).isZero();
        assertThat(share(first(resampled), 110)).isCloseTo(13 / 27.0, within(0.012));
    }

    @Test
    void whereABeatenLearningRateMightHaveWonTheBestKnownStandsAndTheDrawIsCounted() {
        Resampled resampled = draw(reached(0.1, 100, 110, 120), censored(0.2, 105, 105, 105));

        assertThat(resampled.undecided()).isCloseTo(20 / 27.0, within(0.012));
        assertThat(share(first(resampled), 110)).isCloseTo(13 / 27.0, within(0.012));
    }

    @Test
    void twoGoalsOfOneSweepDrawTheSameRuns() {
        double[] easy = drawn(reached(0.1, 10, 20, 30), reached(0.2, 50, 60, 70));
        double[] hard = drawn(reached(0.1, 100, 200, 300), reached(0.2, 500, 600, 700));

        assertThat(Arrays.stream(easy).map(s -> 10 * s).toArray()).isEqualTo(hard);
    }

    @Test
    void anotherSeedDrawsOtherRunsAndTheSameSeedTheSame() {
        List<CurvePoint> points = List.of(point(reached(0.1, 10, 20, 30)));
        double[][] one = new SeedResampling(1, points).draw(100).steps();

        assertThat(new SeedResampling(1, points).draw(100).steps()).isDeepEqualTo(one);
        assertThat(Arrays.deepEquals(new SeedResampling(2, points).draw(100).steps(), one))
                .isFalse();
    }

    private static TriedRate reached(double rate, double... steps) {
        return new TriedRate(
                rate, Arrays.stream(steps).mapToObj(SeedRange::reached).toList());
    }

    private static TriedRate censored(double rate, double... bounds) {
        return new TriedRate(
                rate, Arrays.stream(bounds).mapToObj(SeedRange::censored).toList());
    }

    private static CurvePoint point(TriedRate... tried) {
        return CurvePoint.measured(8, 10).withTried(List.of(tried));
    }

    private static Resampled draw(TriedRate... tried) {
        return new SeedResampling(3, List.of(point(tried))).draw(REPLICATES);
    }

    private static double[] drawn(TriedRate... tried) {
        return first(draw(tried));
    }

    private static double[] first(Resampled resampled) {
        return Arrays.stream(resampled.steps()).mapToDouble(row -> row[0]).toArray();
    }

    private static double share(double[] values, double value) {
        return Arrays.stream(values).filter(v -> v == value).count() / (double) values.length;
    }
}
