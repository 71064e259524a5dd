package io.cbs.config;

/** What an evaluation measures; smaller is better for every one. */
public enum Metric {
    /** Share of examples classified wrongly, 0 to 1. */
    ERROR_RATE("error_rate"),
    /** Mean softmax cross-entropy in nats per example. */
    CROSS_ENTROPY("cross_entropy"),
    /** The exact expected loss at the current parameters; closed-form workloads only. */
    EXPECTED_LOSS("expected_loss");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /** The name in configs, results and tables. */
    public String key() {
        return key;
    }
}
