package io.cbs.config;

/** The examples that a metric is measured on. */
public enum EvaluationSet {
    HELD_OUT("held_out"),
    /** A fixed sample of the training set, the same for every trial. */
    TRAIN("train");

    private final String key;

    EvaluationSet(String key) {
        this.key = key;
    }

    /** The name in configs, results and tables. */
    public String key() {
        return key;
    }
}
