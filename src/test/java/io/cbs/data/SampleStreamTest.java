package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleStreamTest {

    private static final int EXAMPLES = 97;

    @Test
    void everyEpochIsAPermutationOfItsOwn() {
        long[][] epochs = new long[4][];
        for (int epoch = 0; epoch < epochs.length; epoch++) {
            epochs[epoch] = read(new SampleStream(EXAMPLES, 1), (long) epoch * EXAMPLES, EXAMPLES);
            assertThat(epochs[epoch])
                    .containsExactlyInAnyOrder(LongStream.range(0, EXAMPLES).toArray());
        }
        assertThat(Arrays.stream(epochs).map(Arrays::toString).distinct()).hasSize(4);
    }

    @Test
    void theKthSampleIsTheSameAtEveryBatchSize() {
        long[] stream = read(new SampleStream(EXAMPLES, 1), 0, 1024);
        for (int batchSize : new int[] {1, 2, 8, 64, 512, 1024}) {
            SampleStream batches = new SampleStream(EXAMPLES, 1);
            for (int step = 0; step < 1024 / batchSize; step++) {
                long first = (long) step * batchSize;
                assertThat(read(batches, first, batchSize))
                        .containsExactly(Arrays.copyOfRange(stream, (int) first, (int) first + batchSize));
            }
        }
    }

    @Test
    void jumpsReadTheSameSamplesAsReadingOnwards() {
        long[] stream = read(new SampleStream(EXAMPLES, 5), 0, 1000);
        SampleStream jumping = new SampleStream(EXAMPLES, 5);
        for (int first : new int[] {900, 3, 500, 96, 97, 98, 0}) {
            assertThat(read(jumping, first, 60)).containsExactly(Arrays.copyOfRange(stream, first, first + 60));
        }
    }

    @Test
    void positionsBeyondTheRangeOfIntAreInTheStream() {
        long epoch = 1L << 40;
        assertThat(read(new SampleStream(EXAMPLES, 5), epoch * EXAMPLES, EXAMPLES))
                .containsExactlyInAnyOrder(LongStream.range(0, EXAMPLES).toArray());
    }

    @Test
    void seedsGiveDifferentOrders() {
        assertThat(read(new SampleStream(EXAMPLES, 1), 0, EXAMPLES))
                .isNotEqualTo(read(new SampleStream(EXAMPLES, 2), 0, EXAMPLES));
    }

    @Test
    void everyPermutationOfFourIsEquallyLikely() {
        int epochs = 24_000;
        long[] stream = read(new SampleStream(4, 3), 0, 4 * epochs);
        int[] counts = new int[256];
        for (int i = 0; i < stream.length; i += 4) {
            counts[(int) (stream[i] << 6 | stream[i + 1] << 4 | stream[i + 2] << 2 | stream[i + 3])]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        double chiSquare = Arrays.stream(seen)
                .mapToDouble(count -> (count - 1000.0) * (count - 1000.0) / 1000)
                .sum();
        assertThat(seen).hasSize(24);
        // 0.1% and 99.9% quantiles at 23 degrees of freedom.
        assertThat(chiSquare).isBetween(7.5, 49.7);
    }

    /** The figures were computed by a second implementation, in Python. */
    @Test
    void orderNeverDrifts() {
        assertThat(read(new SampleStream(10, 1), 0, 20))
                .containsExactly(7, 6, 1, 5, 3, 4, 0, 8, 9, 2, 2, 9, 4, 6, 3, 5, 7, 0, 8, 1);
    }

    @Test
    void aSetOfOneExampleIsDrawnForever() {
        assertThat(read(new SampleStream(1, 1), 5, 3)).containsExactly(0, 0, 0);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatThrownBy(() -> new SampleStream(0, 1))
                .hasMessage("a sample stream needs at least one example, found 0");
        assertThatThrownBy(() -> read(new SampleStream(3, 1), -1, 1)).hasMessage("sample -1 is negative");
    }

    private static long[] read(SampleStream stream, long first, int count) {
        long[] out = new long[count];
        stream.fill(first, out);
        return out;
    }
}
