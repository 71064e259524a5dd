package io.cbs.config;

import java.util.List;

/** A network, by its sizes. */
public sealed interface ModelConfig {

    /** Fully connected layers with relu between them. */
    record Mlp(List<Integer> hidden) implements ModelConfig {
        public Mlp {
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * The simple CNN of Shallue et al. 2018: convolutions, each followed by relu and 2x2 max-pooling, then one hidden
     * layer.
     *
     * @param filters output channels of each convolution
     * @param kernel side of the square kernels
     * @param padding zeros added on each side before a convolution
     * @param hidden units of the hidden layer
     */
    record SimpleCnn(List<Integer> filters, int kernel, int padding, int hidden) implements ModelConfig {
        public SimpleCnn {
            filters = List.copyOf(filters);
        }
    }
}
