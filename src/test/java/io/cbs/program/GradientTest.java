package io.cbs.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.cbs.config.Spectrum;
import io.cbs.config.WorkloadConfig;
import io.cbs.data.HostArray;
import io.cbs.nn.TensorSpec;
import io.cbs.workload.GaussianRegression;
import io.cbs.workload.NoisyQuadratic;
import io.cbs.workload.SmallWorkloads;
import io.cbs.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gradient matrix against central differences of the loss, in double precision, tensor by tensor. */
class GradientTest {

    @Test
    void everyLayerOfACnnHasTheGradientOfItsLoss() {
        check(SmallWorkloads.cnn(), new HostArray.Longs(new long[] {3, 1, 4, 1, 5, 9, 2, 6}, 8));
    }

    @Test
    void everyLayerOfAnMlpHasTheGradientOfItsLoss() {
        check(SmallWorkloads.mlp(), new HostArray.Longs(new long[] {2, 7, 1, 8}, 4));
    }

    @Test
    void aGaussianRegressionHasTheGradientOfItsLoss() {
        Workload regression = new GaussianRegression(new WorkloadConfig.GaussianRegression("regression", 3, 2));
        check(regression, new HostArray.Floats(new float[] {1, -2, 0.5f, 0.25f, 3, -1}, 2, 3));
    }

    @Test
    void aNoisyQuadraticHasTheGradientCurvatureTimesParameterPlusNoise() {
        Spectrum one = new Spectrum.PowerLaw(1, 0);
        Workload quadratic = new NoisyQuadratic(
                new WorkloadConfig.NoisyQuadratic("quadratic", 3, new Spectrum.PowerLaw(1, -1), one, one));
        try (LoadedProgram loaded = new LoadedProgram(quadratic)) {
            NDArray theta = loaded.matrix(new double[] {2, 3, 4}, new double[] {-1, 0, 1});
            NDArray noise = loaded.manager.create(new float[] {0.5f, -0.25f, 1});
            double[] gradient = loaded.call("gradient", List.of(theta), noise).toDoubleArray();
            double[] expected = {2.5, 1.25, 4 / 3.0 + 1, -0.5, -0.25, 1 / 3.0 + 1};
            assertThat(gradient).containsExactly(expected, within(1e-7)); // curvature is given in single precision
        }
    }

    /** Two replicas with different rows; every tensor of both is checked in up to five of its numbers. */
    private static void check(Workload workload, HostArray minibatch) {
        try (LoadedProgram loaded = new LoadedProgram(workload)) {
            double[] first = SmallWorkloads.row(workload);
            double[] second = first.clone();
            for (int i = 0; i < second.length; i++) {
                second[i] *= i % 2 == 0 ? 0.8 : 1.1;
            }
            NDArray batch = loaded.upload(minibatch);
            double[] gradient = loaded.call("gradient", List.of(loaded.matrix(first, second)), batch)
                    .toDoubleArray();
            int offset = 0;
            for (TensorSpec tensor : workload.matrix().tensors()) {
                int stride = Math.max(1, tensor.size() / 5);
                for (int i = offset; i < offset + tensor.size(); i += stride) {
                    assertThat(gradient[i])
                            .describedAs("%s, number %d, replica 0", tensor.name(), i - offset)
                            .isCloseTo(difference(loaded, first, i, batch), within(1e-6));
                    assertThat(gradient[first.length + i])
                            .describedAs("%s, number %d, replica 1", tensor.name(), i - offset)
                            .isCloseTo(difference(loaded, second, i, batch), within(1e-6));
                }
                offset += tensor.size();
            }
        }
    }

    private static double difference(LoadedProgram loaded, double[] row, int index, NDArray batch) {
        double h = 1e-5;
        double[] up = row.clone();
        double[] down = row.clone();
        up[index] += h;
        down[index] -= h;
        return (loss(loaded, up, batch) - loss(loaded, down, batch)) / (2 * h);
    }

    private static double loss(LoadedProgram loaded, double[] row, NDArray batch) {
        return loaded.call("loss", List.of(loaded.matrix(row)), batch).toDoubleArray()[0];
    }
}
