package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    private static final int N = 200_000;

    private final CounterRandom random = new CounterRandom(7, Purpose.NOISE);

    /** The figures were computed by a second implementation, in Python. */
    @Test
    void numbersNeverDrift() {
        CounterRandom golden = new CounterRandom(42, Purpose.INITIALISATION);
        assertThat(golden.bits(0)).isEqualTo(0x2051e913_02933769L);
        assertThat(golden.bits(1)).isEqualTo(0xb62c409c_3b68b038L);
        assertThat(golden.bits(1_000_000_000_001L)).isEqualTo(0x300a178a_8206a52cL);
        assertThat(golden.fork(3).bits(5)).isEqualTo(0xef362d42_5d973565L);
        assertThat(golden.uniform(2)).isEqualTo(0.9914873587267705);
        assertThat(golden.below(3, 1000)).isEqualTo(225);
        assertThat(golden.gaussian(4)).isEqualTo(-1.0921594766358191);
        assertThat(golden.gaussian(5)).isEqualTo(1.732447301987457);
    }

    @Test
    void aNumberIsAHalfOfThePhiloxBlockOfSeedPurposeAndPosition() {
        long[] block = new long[2];
        Philox.block(42, 8, Purpose.ORDER.code(), block);
        CounterRandom order = new CounterRandom(42, Purpose.ORDER);
        assertThat(new long[] {order.bits(16), order.bits(17)}).containsExactly(block);
    }

    @Test
    void bulkBitsEqualSingleBitsFromEvenAndOddStarts() {
        for (long first : new long[] {0, 1, 12_345}) {
            long[] bulk = new long[101];
            random.bits(bulk, first);
            for (int i = 0; i < bulk.length; i++) {
                assertThat(bulk[i]).isEqualTo(random.bits(first + i));
            }
        }
    }

    @Test
    void bulkGaussiansEqualSingleGaussiansFromEvenAndOddStarts() {
        for (long first : new long[] {0, 1, 12_345}) {
            float[] bulk = new float[101];
            random.gaussians(bulk, first);
            for (int i = 0; i < bulk.length; i++) {
                assertThat(bulk[i]).isEqualTo((float) random.gaussian(first + i));
            }
        }
    }

    @Test
    void uniformNumbersFillEquallyWideBinsEqually() {
        int[] bins = new int[100];
        for (int k = 0; k < N; k++) {
            bins[(int) (random.uniform(k) * bins.length)]++;
        }
        assertThat(chiSquare(bins)).isBetween(60.0, 149.0);
    }

    @Test
    void boundedNumbersAreEquallyFrequent() {
        int[] bins = new int[7];
        for (int k = 0; k < N; k++) {
            bins[random.below(k, bins.length)]++;
        }
        assertThat(chiSquare(bins)).isBetween(0.3, 22.5);
    }

    @Test
    void everyBitIsSetHalfOfTheTime() {
        int[] set = new int[Long.SIZE];
        for (int k = 0; k < N; k++) {
            long bits = random.bits(k);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                set[bit] += (int) (bits >>> bit & 1);
            }
        }
        // Five standard deviations of a fair coin.
        for (int count : set) {
            assertThat(count).isCloseTo(N / 2, within((int) (2.5 * Math.sqrt(N))));
        }
    }

    @Test
    void gaussianNumbersHaveTheMomentsOfTheNormalDistribution() {
        float[] x = gaussians(random);
        assertThat(moment(x, 1)).isCloseTo(0, within(5 / Math.sqrt(N)));
        assertThat(moment(x, 2)).isCloseTo(1, within(5 * Math.sqrt(2.0 / N)));
        assertThat(moment(x, 3)).isCloseTo(0, within(5 * Math.sqrt(15.0 / N)));
        assertThat(moment(x, 4)).isCloseTo(3, within(5 * Math.sqrt(96.0 / N)));
    }

    @Test
    void gaussianNumbersHaveTheTailsOfTheNormalDistribution() {
        int beyondTwo = 0;
        for (float value : gaussians(random)) {
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
        }
        double expected = 0.0455003 * N;
        assertThat((double) beyondTwo).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }

    @Test
    void neighboursInAStreamAreUncorrelated() {
        float[] x = gaussians(random);
        for (int lag = 1; lag <= 4; lag++) {
            assertThat(correlation(Arrays.copyOfRange(x, lag, N), Arrays.copyOf(x, N - lag)))
                    .isCloseTo(0, within(5 / Math.sqrt(N)));
        }
    }

    @Test
    void purposesSeedsAndForksAreUncorrelated() {
        float[][] streams = {
            gaussians(random),
            gaussians(new CounterRandom(8, Purpose.NOISE)),
            gaussians(new CounterRandom(7, Purpose.ORDER)),
            gaussians(new CounterRandom(7, Purpose.INITIALISATION)),
            gaussians(random.fork(0)),
            gaussians(random.fork(1)),
            gaussians(random.fork(0).fork(0)),
        };
        for (int i = 0; i < streams.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(correlation(streams[i], streams[j])).isCloseTo(0, within(5 / Math.sqrt(N)));
            }
        }
    }

    @Test
    void noTwoPurposesShareAStream() {
        Set<Long> codes = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            codes.add(purpose.code());
        }
        assertThat(codes).hasSameSizeAs(Purpose.values());
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatThrownBy(() -> random.below(0, 0)).hasMessage("bound 0 is not positive");
        assertThatThrownBy(() -> random.fork(-1)).hasMessage("fork index -1 is negative");
    }

    private static float[] gaussians(CounterRandom random) {
        float[] out = new float[N];
        random.gaussians(out, 0);
        return out;
    }

    private static double moment(float[] x, int power) {
        double sum = 0;
        for (float value : x) {
            sum += Math.pow(value, power);
        }
        return sum / x.length;
    }

    private static double correlation(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum / x.length / Math.sqrt(moment(x, 2) * moment(y, 2));
    }

    private static double chiSquare(int[] bins) {
        double expected = (double) N / bins.length;
        double sum = 0;
        for (int count : bins) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
