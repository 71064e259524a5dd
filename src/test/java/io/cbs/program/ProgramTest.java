package io.cbs.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.cbs.workload.Classifier;
import io.cbs.workload.SmallWorkloads;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void aWholeRoundIsOneNativeCallAndMovesEveryParameter() {
        Classifier cnn = SmallWorkloads.cnn();
        try (LoadedProgram loaded = new LoadedProgram(cnn)) {
            double[] row = SmallWorkloads.row(cnn);
            NDArray theta = loaded.matrix(row);
            NDArray rate = loaded.matrix(new double[] {0.1});
            NDArray block = loaded.manager.create(new long[] {0, 1, 2, 3, 4, 5}, new Shape(3, 2));
            loaded.call("round", List.of(theta, rate), block);
            assertThat(loaded.program.calls()).isEqualTo(1);
            double[] after = theta.toDoubleArray();
            int offset = 0;
            for (io.cbs.nn.TensorSpec tensor : cnn.matrix().tensors()) {
                double moved = 0;
                for (int i = offset; i < offset + tensor.size(); i++) {
                    moved += Math.abs(after[i] - row[i]);
                }
                assertThat(moved).describedAs(tensor.name()).isPositive();
                offset += tensor.size();
            }
        }
    }

    @Test
    void anEngineErrorNamesWorkloadAndLayerAndLeavesGradientsOff() {
        Classifier cnn = SmallWorkloads.cnn();
        try (LoadedProgram loaded = new LoadedProgram(cnn)) {
            NDArray theta = loaded.matrix(SmallWorkloads.row(cnn));
            NDArray colour = loaded.manager.zeros(new Shape(4, 3, 12, 12));
            NDArray labels = loaded.manager.create(new long[4]);
            NDArray batch = loaded.manager.create(new long[] {0, 1});
            assertThatThrownBy(() ->
                            loaded.program.call(loaded.manager, "gradient", List.of(theta, colour, labels, batch)))
                    .isInstanceOf(ProgramException.class)
                    .hasMessageContaining("workload small-cnn, layer conv1: gradient failed: ")
                    .hasMessageContaining("channels");
            assertThat(JniUtils.isGradMode()).isFalse();
        }
    }
}
