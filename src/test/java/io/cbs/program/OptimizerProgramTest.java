package io.cbs.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.cbs.config.Spectrum;
import io.cbs.config.WorkloadConfig;
import io.cbs.optim.HeavyBall;
import io.cbs.optim.Nesterov;
import io.cbs.optim.Optimizer;
import io.cbs.optim.Sgd;
import io.cbs.workload.NoisyQuadratic;
import io.cbs.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twenty steps of each optimiser on a quadratic of curvature 1 and 2, two replicas, against the formula in Java. */
class OptimizerProgramTest {
    private static final double[] CURVATURE = {1, 2};
    private static final double[][] SETTINGS = {{0.1, 0.5}, {0.3, 0.9}}; // learning rate and momentum, per replica

    private interface Rule {
        /** Changes {@code state[0]} = theta and {@code state[1]} = velocity. */
        void step(double[] state, double gradient, double learningRate, double momentum);
    }

    @Test
    void sgdIsItsFormula() {
        check(new Sgd(), (s, g, lr, m) -> s[0] -= lr * g);
    }

    @Test
    void heavyBallIsItsFormula() {
        check(new HeavyBall(0), (s, g, lr, m) -> {
            s[1] = m * s[1] + g;
            s[0] -= lr * s[1];
        });
    }

    @Test
    void nesterovIsItsFormula() {
        check(new Nesterov(0), (s, g, lr, m) -> {
            s[1] = m * s[1] + g;
            s[0] -= lr * (g + m * s[1]);
        });
    }

    private static void check(Optimizer optimizer, Rule rule) {
        Spectrum one = new Spectrum.PowerLaw(1, 0);
        Workload quadratic = new NoisyQuadratic(
                new WorkloadConfig.NoisyQuadratic("quadratic", 2, new Spectrum.Values(List.of(1.0, 2.0)), one, one));
        try (LoadedProgram loaded = new LoadedProgram(quadratic, optimizer)) {
            NDArray theta = loaded.matrix(new double[] {1, -1}, new double[] {2, 0.5});
            List<NDArray> arguments = new ArrayList<>(List.of(theta));
            optimizer.state().forEach(name -> arguments.add(loaded.matrix(new double[2], new double[2])));
            for (int h = 0; h < optimizer.hyperparameters(0).size(); h++) {
                arguments.add(loaded.matrix(new double[] {SETTINGS[0][h]}, new double[] {SETTINGS[1][h]}));
            }
            float[] noise = new float[40];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = i % 5 * 0.25f - 0.5f;
            }
            loaded.call(
                    "round",
                    arguments,
                    loaded.manager.create(noise).reshape(20, 2).toType(ai.djl.ndarray.types.DataType.FLOAT64, false));
            assertThat(theta.toDoubleArray()).containsExactly(reference(rule, noise), within(1e-12));
        }
    }

    private static double[] reference(Rule rule, float[] noise) {
        double[][] states = {{1, 0}, {-1, 0}, {2, 0}, {0.5, 0}};
        for (int t = 0; t < 20; t++) {
            for (int i = 0; i < 4; i++) {
                double gradient = CURVATURE[i % 2] * states[i][0] + noise[2 * t + i % 2];
                rule.step(states[i], gradient, SETTINGS[i / 2][0], SETTINGS[i / 2][1]);
            }
        }
        return new double[] {states[0][0], states[1][0], states[2][0], states[3][0]};
    }
}
