package io.cbs.program;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.cbs.data.HostArray;
import io.cbs.optim.HeavyBall;
import io.cbs.optim.Nesterov;
import io.cbs.optim.Optimizer;
import io.cbs.optim.Sgd;
import io.cbs.workload.SmallWorkloads;
import io.cbs.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Small networks against the same networks trained by PyTorch's own modules and optimisers.
 *
 * <p>The figures were printed by {@code src/test/pytorch/parity.py} under PyTorch 2.11.0, in double precision on the CPU,
 * one thread: batch size 8, step t on samples (8t + j) mod 64, learning rate 0.05, momentum 0.9.
 */
class PyTorchParityTest {
    private static final double RATE = 0.05;
    private static final double MOMENTUM = 0.9;

    /**
     * What PyTorch reached after so many steps.
     *
     * @param loss mean cross-entropy of all 64 images
     * @param errorRate share of them in a wrong class
     * @param squares sum of the squares of all parameters
     */
    private record Figures(int step, double loss, double errorRate, double squares) {}

    private static final List<Figures> CNN_SGD = List.of(
            new Figures(0, 1.6925895773654132, 0.8125, 15.056381440400894),
            new Figures(1, 1.6864264171062904, 0.8125, 15.031076241496022),
            new Figures(10, 1.6576916839674167, 0.8125, 14.908057562134662),
            new Figures(50, 1.610598618873845, 0.8125, 14.771592176965443));

    private static final List<Figures> CNN_HEAVY_BALL = List.of(
            new Figures(0, 1.6925895773654132, 0.8125, 15.056381440400894),
            new Figures(1, 1.6864264171062904, 0.8125, 15.031076241496022),
            new Figures(10, 1.6106310755562194, 0.75, 14.691658929669739),
            new Figures(50, 1.5939769983253849, 0.75, 14.609932500798111));

    private static final List<Figures> CNN_NESTEROV = List.of(
            new Figures(0, 1.6925895773654132, 0.8125, 15.056381440400894),
            new Figures(1, 1.681352268815002, 0.8125, 15.010316338129362),
            new Figures(10, 1.6076216732053266, 0.75, 14.688038392811746),
            new Figures(50, 1.5947213860464482, 0.75, 14.534642844372202));

    private static final List<Figures> MLP_SGD = List.of(
            new Figures(0, 1.6468860451254064, 0.75, 16.844787395237546),
            new Figures(1, 1.6430936342216038, 0.75, 16.83700606801837),
            new Figures(10, 1.623275335411104, 0.75, 16.762387473024305),
            new Figures(50, 1.5827501656035237, 0.75, 16.813719407068994));

    private static final List<Figures> MLP_HEAVY_BALL = List.of(
            new Figures(0, 1.6468860451254064, 0.75, 16.844787395237546),
            new Figures(1, 1.6430936342216038, 0.75, 16.83700606801837),
            new Figures(10, 1.5870752808989144, 0.75, 16.641022922134873),
            new Figures(50, 1.2153498736046593, 0.453125, 24.66151155609342));

    private static final List<Figures> MLP_NESTEROV = List.of(
            new Figures(0, 1.6468860451254064, 0.75, 16.844787395237546),
            new Figures(1, 1.640457090713573, 0.75, 16.831852189026296),
            new Figures(10, 1.5844342701403742, 0.75, 16.649472100734965),
            new Figures(50, 1.1102165297064364, 0.4375, 25.896912321831277));

    @Test
    void aCnnTrainsBySgdAsInPyTorch() {
        check(SmallWorkloads.cnn(), new Sgd(), CNN_SGD);
    }

    @Test
    void aCnnTrainsByHeavyBallAsInPyTorch() {
        check(SmallWorkloads.cnn(), new HeavyBall(MOMENTUM), CNN_HEAVY_BALL);
    }

    @Test
    void aCnnTrainsByNesterovAsInPyTorch() {
        check(SmallWorkloads.cnn(), new Nesterov(MOMENTUM), CNN_NESTEROV);
    }

    @Test
    void anMlpTrainsBySgdAsInPyTorch() {
        check(SmallWorkloads.mlp(), new Sgd(), MLP_SGD);
    }

    @Test
    void anMlpTrainsByHeavyBallAsInPyTorch() {
        check(SmallWorkloads.mlp(), new HeavyBall(MOMENTUM), MLP_HEAVY_BALL);
    }

    @Test
    void anMlpTrainsByNesterovAsInPyTorch() {
        check(SmallWorkloads.mlp(), new Nesterov(MOMENTUM), MLP_NESTEROV);
    }

    @Test
    void singlePrecisionStaysWithinAThousandthOfDoublePrecision() {
        List<Figures> ours = train(SmallWorkloads.cnn(), new HeavyBall(MOMENTUM), CNN_HEAVY_BALL, DataType.FLOAT32);
        compare(ours, CNN_HEAVY_BALL, 1e-3);
    }

    private static void check(Workload workload, Optimizer optimizer, List<Figures> expected) {
        List<Figures> ours = train(workload, optimizer, expected, DataType.FLOAT64);
        compare(ours, expected, 1e-9);
        assertThat(ours).extracting(Figures::errorRate).isEqualTo(errorRates(expected));
    }

    private static void compare(List<Figures> ours, List<Figures> expected, double tolerance) {
        assertThat(ours).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            int step = expected.get(i).step();
            assertThat(ours.get(i).loss())
                    .describedAs("loss after step %d", step)
                    .isCloseTo(expected.get(i).loss(), Percentage.withPercentage(100 * tolerance));
            assertThat(ours.get(i).squares())
                    .describedAs("sum of squares after step %d", step)
                    .isCloseTo(expected.get(i).squares(), Percentage.withPercentage(100 * tolerance));
        }
    }

    private static List<Double> errorRates(List<Figures> figures) {
        return figures.stream().map(Figures::errorRate).toList();
    }

    /** Our figures at the steps of {@code expected}: one native call for all steps between two of them. */
    private static List<Figures> train(
            Workload workload, Optimizer optimizer, List<Figures> expected, DataType precision) {
        List<Figures> figures = new ArrayList<>();
        try (LoadedProgram loaded = new LoadedProgram(workload, optimizer)) {
            double[] row = SmallWorkloads.row(workload);
            NDArray theta = loaded.matrix(row).toType(precision, false);
            List<NDArray> arguments = new ArrayList<>(List.of(theta));
            optimizer
                    .state()
                    .forEach(name ->
                            arguments.add(loaded.matrix(new double[row.length]).toType(precision, false)));
            optimizer
                    .hyperparameters(RATE)
                    .forEach(h -> arguments.add(
                            loaded.matrix(new double[] {h.value()}).toType(precision, false)));
            int step = 0;
            for (Figures at : expected) {
                if (at.step() > step) {
                    loaded.call("round", arguments, loaded.upload(block(step, at.step())));
                    step = at.step();
                }
                double[] metrics = loaded.call("evaluate", List.of(theta), loaded.manager.create(24L))
                        .toDoubleArray();
                double squares =
                        theta.toType(DataType.FLOAT64, true).square().sum().getDouble();
                figures.add(new Figures(step, metrics[0], metrics[1], squares));
            }
        }
        return figures;
    }

    /** The minibatches of steps {@code from} to {@code to - 1}: step t takes samples (8t + j) mod 64. */
    private static HostArray block(int from, int to) {
        long[] indices = new long[8 * (to - from)];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (8L * from + i) % 64;
        }
        return new HostArray.Longs(indices, to - from, 8);
    }
}
