package io.cbs.config;

/** The update rule. The learning rate is tuned and so not part of it. */
public sealed interface OptimizerConfig {

    /** {@code theta <- theta - lr g}. */
    record Sgd() implements OptimizerConfig {}

    /** Heavy ball (Polyak 1964): {@code v <- m v + g; theta <- theta - lr v}. */
    record Momentum(double momentum) implements OptimizerConfig {}

    /** Nesterov's momentum (Sutskever et al. 2013): {@code v <- m v + g; theta <- theta - lr (g + m v)}. */
    record Nesterov(double momentum) implements OptimizerConfig {}
}
