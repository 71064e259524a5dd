package io.cbs.nn;

import io.cbs.data.CounterRandom;

/** Initial values of one tensor, a function of the generator alone. */
public sealed interface Initializer {

    /** Fills {@code out[offset .. offset + count)}. */
    void fill(float[] out, int offset, int count, CounterRandom random);

    /** Independent normal values with mean 0. */
    record Normal(double standardDeviation) implements Initializer {
        /** He et al. 2015, eq. 10: keeps the variance of activations through relu layers. */
        public static Normal he(int fanIn) {
            return new Normal(StrictMath.sqrt(2.0 / fanIn));
        }

        /** LeCun et al. 1998: unit variance of outputs for unit variance of inputs; for layers without a relu. */
        public static Normal leCun(int fanIn) {
            return new Normal(StrictMath.sqrt(1.0 / fanIn));
        }

        @Override
        public void fill(float[] out, int offset, int count, CounterRandom random) {
            float[] values = new float[count];
            random.gaussians(values, 0);
            for (int i = 0; i < count; i++) {
                out[offset + i] = (float) (standardDeviation * values[i]);
            }
        }
    }

    /** The given values, repeated over the tensor. */
    record Values(double... values) implements Initializer {
        @Override
        public void fill(float[] out, int offset, int count, CounterRandom random) {
            for (int i = 0; i < count; i++) {
                out[offset + i] = (float) values[i % values.length];
            }
        }
    }
}
