package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.data.CounterRandom;
import io.cbs.data.Purpose;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseScaleTest {
    private static final Series NORM = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_NORM_SQUARED);
    private static final Series VARIANCE = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_VARIANCE);

    @Test
    void isTheRatioOfMeansEvenWithNegativeEstimatesOfTheNorm() {
        // mean |G|^2 = (3 - 1 + 1) / 3 = 1, mean tr(Sigma) = 94; a mean of ratios or dropping -1 would differ
        Trajectory trial = trajectory(0, new double[][] {{99, 3, 90}, {100, -1, 96}, {101, 1, 96}});
        NoiseScale noise = NoiseScale.near(100, List.of(trial)).orElseThrow();
        assertThat(noise.value()).isCloseTo(94, within(1e-12));
        assertThat(noise.evaluations()).isEqualTo(3);
    }

    @Test
    void looksOnlyAtEvaluationsNearTheStep() {
        Trajectory trial =
                trajectory(0, new double[][] {{10, 1, 5}, {79, 1, 7}, {80, 1, 20}, {125, 1, 20}, {126, 1, 9}});
        assertThat(NoiseScale.near(100, List.of(trial)).orElseThrow().value()).isCloseTo(20, within(1e-12));
        assertThat(NoiseScale.near(1000, List.of(trial))).isEmpty();
    }

    @Test
    void saysThatItIsNotResolvedWhereTheNormMayBeZero() {
        Trajectory trial = trajectory(0, new double[][] {{100, -3, 90}, {101, 1, 96}});
        NoiseScale noise = NoiseScale.near(100, List.of(trial)).orElseThrow();
        assertThat(noise.value()).isNaN();
        assertThat(noise.high()).isInfinite();
    }

    @Test
    void itsIntervalHoldsTheTruthInNineteenOfTwentyRuns() {
        CounterRandom random = new CounterRandom(3, Purpose.NOISE);
        long k = 0;
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            List<Trajectory> trials = new ArrayList<>();
            for (int seed = 0; seed < 5; seed++) {
                double[][] rows = new double[10][];
                for (int i = 0; i < 10; i++) {
                    // truth |G|^2 = 2, tr(Sigma) = 60
                    rows[i] = new double[] {96 + i, 2 + random.gaussian(k++), 60 + 20 * random.gaussian(k++)};
                }
                trials.add(trajectory(seed, rows));
            }
            NoiseScale noise = NoiseScale.near(100, trials).orElseThrow();
            covered += noise.low() <= 30 && 30 <= noise.high() ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.91, 0.98);
    }

    private static Trajectory trajectory(long seed, double[][] rows) {
        List<Measurement> measurements = new ArrayList<>();
        for (double[] row : rows) {
            measurements.add(new Measurement((long) row[0], Map.of(NORM, row[1], VARIANCE, row[2])));
        }
        return new Trajectory(new Trial("t" + seed, 8, 0.1, seed), measurements, TrialEnd.REACHED, "");
    }
}
