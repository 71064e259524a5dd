package io.cbs.nn;

/**
 * The shape of what flows between two layers, for one example of one replica. {@code replicated} is false for the
 * minibatch itself, which all replicas of a stack share, and true from the first layer with parameters on.
 */
public sealed interface Activation {

    /** Numbers per example and replica. */
    int size();

    boolean replicated();

    /** Laid out as {@code [B, K * channels, height, width]}, or {@code [B, channels, height, width]} when shared. */
    record Images(int channels, int height, int width, boolean replicated) implements Activation {
        @Override
        public int size() {
            return channels * height * width;
        }

        @Override
        public String toString() {
            return channels + "x" + height + "x" + width + " images";
        }
    }

    /** Laid out as {@code [K, B, features]}, or {@code [B, features]} when shared. */
    record Vectors(int features, boolean replicated) implements Activation {
        @Override
        public int size() {
            return features;
        }

        @Override
        public String toString() {
            return "vectors of " + features;
        }
    }
}
