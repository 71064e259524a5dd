package io.cbs.data;

/**
 * The minibatches of one seed at one batch size: a function of the step, so that they can be had in any cut. Used by
 * one thread at a time.
 */
public interface Minibatches {

    /**
     * Steps {@code firstStep} to {@code firstStep + steps - 1}, stacked along the first axis; what one step's entry
     * means is the workload's own: sample indices, or the samples themselves.
     */
    HostArray block(long firstStep, int steps);

    /** Bytes of one step's entry. */
    long bytesPerStep();

    /**
     * Minibatches of indices drawn with replacement, every one anew: the covariance of their mean gradient is exactly
     * one example's over the batch size.
     */
    static Minibatches withReplacement(CounterRandom random, int examples, int batchSize) {
        return new Minibatches() {
            @Override
            public HostArray block(long firstStep, int steps) {
                long[] indices = new long[Math.multiplyExact(steps, batchSize)];
                long first = Math.multiplyExact(firstStep, (long) batchSize);
                for (int i = 0; i < indices.length; i++) {
                    indices[i] = random.below(first + i, examples);
                }
                return new HostArray.Longs(indices, steps, batchSize);
            }

            @Override
            public long bytesPerStep() {
                return 8L * batchSize;
            }
        };
    }

    /** Minibatches of indices into a data set: step t takes samples [tB, (t+1)B) of the seed's stream. */
    static Minibatches ofIndices(SampleStream stream, int batchSize) {
        return new Minibatches() {
            @Override
            public HostArray block(long firstStep, int steps) {
                long[] indices = new long[Math.multiplyExact(steps, batchSize)];
                stream.fill(Math.multiplyExact(firstStep, (long) batchSize), indices);
                return new HostArray.Longs(indices, steps, batchSize);
            }

            @Override
            public long bytesPerStep() {
                return 8L * batchSize;
            }
        };
    }
}
