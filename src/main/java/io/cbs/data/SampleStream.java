package io.cbs.data;

/**
 * The order in which training examples are drawn: an endless row of permutations of the whole set, one for each epoch.
 * The k-th sample is a function of seed and k alone, so it is the same at every batch size; a batch may reach over
 * the end of an epoch, so every batch is full.
 *
 * <p>Reading onwards is fast; a jump to another epoch costs one shuffle. An instance is for one thread at a time.
 */
public final class SampleStream {

    private final CounterRandom random;
    private final int[] permutation;
    private final long[] draws;
    private long epoch = -1;

    /**
     * A stream over a set.
     *
     * @param examples number of examples in the set, at least 1
     * @param seed the trial's seed
     * @throws IllegalArgumentException if there are no examples
     */
    public SampleStream(int examples, long seed) {
        if (examples < 1) {
            throw new IllegalArgumentException("a sample stream needs at least one example, found " + examples);
        }
        random = new CounterRandom(seed, Purpose.ORDER);
        permutation = new int[examples];
        draws = new long[examples];
    }

    /**
     * Writes the indices of the samples from {@code firstSample} on, each in [0, examples), into the whole of
     * {@code out}.
     *
     * @param firstSample position in the stream, from 0 on; step t of batch size B begins at t x B
     * @throws IllegalArgumentException if the position is negative
     */
    public void fill(long firstSample, long[] out) {
        if (firstSample < 0) {
            throw new IllegalArgumentException("sample " + firstSample + " is negative");
        }
        long wanted = firstSample / permutation.length;
        int position = (int) (firstSample % permutation.length);
        for (int i = 0; i < out.length; wanted++, position = 0) {
            shuffle(wanted);
            while (i < out.length && position < permutation.length) {
                out[i++] = permutation[position++];
            }
        }
    }

    /** Makes the epoch's permutation the current one, by the shuffle of Fisher and Yates from the identity. */
    private void shuffle(long wanted) {
        if (wanted == epoch) {
            return;
        }
        random.fork(wanted).bits(draws, 0);
        for (int i = 0; i < permutation.length; i++) {
            int j = CounterRandom.scale(draws[i], i + 1);
            permutation[i] = permutation[j];
            permutation[j] = i;
        }
        epoch = wanted;
    }
}
