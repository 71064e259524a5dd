package io.cbs.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.config.NoiseScaleConfig;
import io.cbs.config.Spectrum;
import io.cbs.config.WorkloadConfig;
import io.cbs.measure.Measurement.Series;
import io.cbs.optim.Sgd;
import io.cbs.program.EngineThread;
import io.cbs.workload.GaussianRegression;
import io.cbs.workload.NoisyQuadratic;
import io.cbs.workload.SmallWorkloads;
import io.cbs.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The gradient noise scale as measured through the engine, against closed forms. */
class NoiseScaleTest {
    private static final Series NORM = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_NORM_SQUARED);
    private static final Series VARIANCE = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_VARIANCE);

    @Test
    void theNoiseScaleOfAGaussianRegressionIsDimensionPlusOneAllAlong() {
        double[] means = means(
                new GaussianRegression(new WorkloadConfig.GaussianRegression("regression", 20, 1)),
                new NoiseScaleConfig(4, 64),
                40);
        assertThat(means[1] / means[0]).isCloseTo(21, Percentage.withPercentage(4));
    }

    @Test
    void aNoisyQuadraticHasTheNormsThatItsSpectraSay() {
        Spectrum law = new Spectrum.PowerLaw(1, -1);
        double[] means = means(
                new NoisyQuadratic(
                        new WorkloadConfig.NoisyQuadratic("quadratic", 50, law, law, new Spectrum.PowerLaw(1, 0))),
                new NoiseScaleConfig(2, 32),
                0);
        double normSquared = 0;
        double variance = 0;
        for (int i = 1; i <= 50; i++) {
            normSquared += 1.0 / (i * i);
            variance += 1.0 / i;
        }
        assertThat(means[0]).isCloseTo(normSquared, Percentage.withPercentage(3));
        assertThat(means[1]).isCloseTo(variance, Percentage.withPercentage(3));
    }

    @Test
    void measuringItChangesNoTrajectory() {
        EngineThread.prepare(1);
        Workload cnn = SmallWorkloads.cnn();
        try (DeviceWorkload plain = device(cnn, null);
                DeviceWorkload measuring = device(cnn, new NoiseScaleConfig(4, 4));
                Stack one = plain.create(4, 1, List.of(0.01, 0.02));
                Stack other = measuring.create(4, 1, List.of(0.01, 0.02))) {
            for (int step = 0; step <= 9; step += 3) {
                one.advanceTo(step);
                other.advanceTo(step);
                List<Map<Series, Double>> expected = one.evaluate();
                List<Map<Series, Double>> measured = other.evaluate();
                for (int row = 0; row < 2; row++) {
                    assertThat(measured.get(row))
                            .containsAllEntriesOf(expected.get(row))
                            .containsKeys(NORM, VARIANCE);
                }
            }
        }
    }

    /** Means of |G|^2 and tr(Sigma) over 60 seeds after {@code steps} steps at batch size 8. */
    private static double[] means(Workload workload, NoiseScaleConfig noise, int steps) {
        EngineThread.prepare(1);
        double[] means = new double[2];
        try (DeviceWorkload device = device(workload, noise)) {
            for (int seed = 0; seed < 60; seed++) {
                try (Stack stack = device.create(8, seed, List.of(0.1))) {
                    stack.advanceTo(steps);
                    Map<Series, Double> values = stack.evaluate().get(0);
                    means[0] += values.get(NORM) / 60;
                    means[1] += values.get(VARIANCE) / 60;
                }
            }
        }
        return means;
    }

    private static DeviceWorkload device(Workload workload, NoiseScaleConfig noise) {
        return new DeviceWorkload(
                workload, new Sgd(), Device.cpu(), Set.of(EvaluationSet.HELD_OUT), noise, new StopSignal());
    }
}
