package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfiledHyperbolaTest {
    private static final Hyperbola TRUTH = new Hyperbola(40, 8000);
    private static final double[] BATCHES =
            IntStream.range(0, 9).mapToDouble(i -> 12.5 * Math.pow(2, i)).toArray();
    private static final double[] WEIGHTS =
            IntStream.range(0, 9).mapToDouble(i -> 1 + i % 3).toArray();

    @Test
    void findsTheAsymptotesOfAnExactHyperbolaFromFarOff() {
        double[] logs =
                Arrays.stream(BATCHES).map(b -> Math.log(TRUTH.steps(b))).toArray();

        for (double start : new double[] {1, 200, 1e5}) {
            LogAsymptotes found = new ProfiledHyperbola(BATCHES, WEIGHTS).fit(logs, start);

            assertThat(Math.exp(found.sMin())).isCloseTo(40, within(1e-6));
            assertThat(Math.exp(found.eMin())).isCloseTo(8000, within(1e-4));
        }
    }

    @Test
    void agreesWithTheFullRegressionOnNoisyPoints() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double[] steps = Arrays.stream(BATCHES)
                    .map(b -> TRUTH.steps(b) * Math.exp(0.1 * random.nextGaussian()))
                    .toArray();
            Hyperbola full = HyperbolaRegression.fit(BATCHES, steps, WEIGHTS).curve();
            LogAsymptotes fast = new ProfiledHyperbola(BATCHES, WEIGHTS)
                    .fit(Arrays.stream(steps).map(Math::log).toArray(), 200);

            assertThat(fast.sMin()).isCloseTo(Math.log(full.sMin()), within(1e-6));
            assertThat(fast.bCrit()).isCloseTo(Math.log(full.bCrit()), within(1e-6));
        }
    }

    @Test
    void pointsWithoutABendHaveNoFloorOrNoPerfectScaling() {
        double[] perfect = Arrays.stream(BATCHES).map(b -> Math.log(8000 / b)).toArray();
        double[] flat = Arrays.stream(BATCHES).map(b -> Math.log(40)).toArray();

        LogAsymptotes steep = new ProfiledHyperbola(BATCHES, WEIGHTS).fit(perfect, 200);
        assertThat(steep.bCrit()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Math.exp(steep.eMin())).isCloseTo(8000, within(1.0));
        LogAsymptotes level = new ProfiledHyperbola(BATCHES, WEIGHTS).fit(flat, 200);
        assertThat(level.bCrit()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Math.exp(level.sMin())).isCloseTo(40, within(0.01));
    }
}
