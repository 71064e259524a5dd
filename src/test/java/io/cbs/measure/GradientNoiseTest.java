package io.cbs.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cbs.data.CounterRandom;
import io.cbs.data.Purpose;
import org.junit.jupiter.api.Test;

class GradientNoiseTest {

    @Test
    void invertsTheExpectedNormsExactly() {
        // E|g_B|^2 = |G|^2 + tr(Sigma) / B with |G|^2 = 3 and tr(Sigma) = 40
        GradientNoise noise = GradientNoise.of(4, 8, 3 + 40 / 4.0, 3 + 40 / 32.0);
        assertThat(noise.normSquared()).isCloseTo(3, within(1e-12));
        assertThat(noise.variance()).isCloseTo(40, within(1e-12));
    }

    @Test
    void microBatchesOfOneGiveBesselsCorrection() {
        double[] gradients = {1, 2, 4, 7};
        double mean = 3.5;
        GradientNoise noise = GradientNoise.of(1, 4, (1 + 4 + 16 + 49) / 4.0, mean * mean);
        double sampleVariance = 0;
        for (double gradient : gradients) {
            sampleVariance += (gradient - mean) * (gradient - mean) / 3;
        }
        assertThat(noise.variance()).isCloseTo(sampleVariance, within(1e-12));
    }

    @Test
    void bothEstimatesAreUnbiasedOnGaussianGradients() {
        int dimension = 5;
        int microBatch = 2;
        int count = 4;
        int repeats = 20_000;
        CounterRandom random = new CounterRandom(7, Purpose.NOISE);
        double[] sums = new double[4];
        long k = 0;
        for (int r = 0; r < repeats; r++) {
            double small = 0;
            double[] total = new double[dimension];
            for (int b = 0; b < count; b++) {
                for (int i = 0; i < dimension; i++) {
                    // G_i = 0.5, Sigma = diag(i + 1)
                    double g = 0.5 + random.gaussian(k++) * Math.sqrt((i + 1.0) / microBatch);
                    total[i] += g / count;
                    small += g * g / count;
                }
            }
            double big = 0;
            for (double g : total) {
                big += g * g;
            }
            GradientNoise noise = GradientNoise.of(microBatch, count, small, big);
            sums[0] += noise.normSquared();
            sums[1] += noise.normSquared() * noise.normSquared();
            sums[2] += noise.variance();
            sums[3] += noise.variance() * noise.variance();
        }
        double normSquared = sums[0] / repeats;
        double variance = sums[2] / repeats;
        double normError = Math.sqrt((sums[1] / repeats - normSquared * normSquared) / repeats);
        double varianceError = Math.sqrt((sums[3] / repeats - variance * variance) / repeats);
        assertThat(normSquared).isCloseTo(1.25, within(3 * normError));
        assertThat(variance).isCloseTo(15, within(3 * varianceError));
        assertThat(normError).isLessThan(0.02);
        assertThat(varianceError).isLessThan(0.06);
    }
}
