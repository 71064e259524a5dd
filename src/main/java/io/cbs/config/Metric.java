package io.cbs.config;

/** What an evaluation measures. */
public enum Metric {
    /** Share of examples classified wrongly, 0 to 1. */
    ERROR_RATE("error_rate"),
    /** Mean softmax cross-entropy in nats per example. */
    CROSS_ENTROPY("cross_entropy"),
    /** The exact expected loss at the current parameters; closed-form workloads only. */
    EXPECTED_LOSS("expected_loss"),
    /** Unbiased estimate of the true gradient's squared norm |G|^2; single estimates may be negative. */
    GRADIENT_NORM_SQUARED("gradient_norm_squared"),
    /** Unbiased estimate of the trace of one example's gradient covariance, tr(Sigma). */
    GRADIENT_VARIANCE("gradient_variance");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /** Whether a goal can be set on it: smaller is better, and it is measured on a set of examples. */
    public boolean goal() {
        return this == ERROR_RATE || this == CROSS_ENTROPY || this == EXPECTED_LOSS;
    }

    /** Whether it is a training loss, by which divergence is judged. */
    public boolean loss() {
        return this == CROSS_ENTROPY || this == EXPECTED_LOSS;
    }

    /** The name in configs, results and tables. */
    public String key() {
        return key;
    }
}
