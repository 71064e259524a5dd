package io.cbs.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cbs.config.OptimizerConfig;
import io.cbs.config.Spectrum;
import io.cbs.config.WorkloadConfig;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuadraticTruthTest {
    private static final Spectrum LAW = new Spectrum.PowerLaw(1, -1);
    private static final WorkloadConfig.NoisyQuadratic HUNDRED =
            new WorkloadConfig.NoisyQuadratic("q", 100, LAW, LAW, new Spectrum.PowerLaw(1, 0));

    @Test
    void plainSgdFollowsTheClosedForm() {
        double lr = 0.3;
        double[] risk = new QuadraticTruth(HUNDRED, new OptimizerConfig.Sgd(), 8, lr).risk(50);
        double expected = 0;
        for (int i = 1; i <= 100; i++) {
            double h = 1.0 / i;
            double decay = Math.pow(1 - lr * h, 100);
            double stationary = lr * h / (8 * h * (2 - lr * h));
            expected += 0.5 * h * (decay + (1 - decay) * stationary);
        }
        assertThat(risk[50]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void heavyBallTendsToItsStationaryVariance() {
        Spectrum one = new Spectrum.PowerLaw(1, 0);
        WorkloadConfig.NoisyQuadratic single = new WorkloadConfig.NoisyQuadratic("q", 1, one, one, one);
        double lr = 0.1;
        double beta = 0.9;
        double[] risk = new QuadraticTruth(single, new OptimizerConfig.Momentum(beta), 4, lr).risk(2000);
        // E theta^2 = a c (1 + beta) / (B h (1 - beta) (2 (1 + beta) - a h)), Zhang et al. 2019
        double stationary = lr * (1 + beta) / (4 * (1 - beta) * (2 * (1 + beta) - lr));
        assertThat(risk[2000]).isCloseTo(0.5 * stationary, within(1e-12));
    }

    @Test
    void nesterovWithoutMomentumIsSgd() {
        assertThat(new QuadraticTruth(HUNDRED, new OptimizerConfig.Nesterov(0), 8, 0.3).risk(20))
                .containsExactly(
                        new QuadraticTruth(HUNDRED, new OptimizerConfig.Sgd(), 8, 0.3).risk(20), within(1e-14));
    }

    /** Steps to a risk of 0.05 at the best learning rates of an independent exact computation. */
    @Test
    void stepsAgreeWithTheReferenceTable() {
        double[][] reference = {{4, 0.115999, 1099}, {8, 0.2265, 560}};
        for (double[] row : reference) {
            int steps = new QuadraticTruth(HUNDRED, new OptimizerConfig.Sgd(), (int) row[0], row[1]).steps(0.05, 5000);
            assertThat((double) steps).isCloseTo(row[2], Percentage.withPercentage(0.2));
        }
    }
}
