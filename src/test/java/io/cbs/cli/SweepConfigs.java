package io.cbs.cli;

/** Sweeps of seconds. */
final class SweepConfigs {
    private SweepConfigs() {}

    /** Two-layer network on drawn digits; its numbers mean nothing. */
    static final String DIGITS = """
            name: digits
            workload:
              base: mlp
              data: {train: 1000, held_out: 250, difficulty: 0.2}
              model: {hidden: [16]}
            batch_sizes: [8, 16, 32, 64]
            learning_rate: {from: 0.1, to: 1, per_decade: 2, extend: 1}
            seeds: [0, 1]
            goals:
              - {metric: error_rate, at_most: 0.4}
            budget: {steps: 1000, examples: 30000}
            devices: [cpu]
            """;

    /** The noisy quadratic model; S(B) bends within these batch sizes. */
    static final String QUADRATIC = """
            name: quadratic
            workload: noisy-quadratic
            batch_sizes: [8, 32, 128, 512]
            learning_rate: {values: [0.1, 0.2, 0.4, 0.8, 1.2, 1.6], extend: 1}
            seeds: {count: 6}
            goals:
              - {metric: expected_loss, at_most: 0.08}
            budget: {steps: 2000}
            devices: [cpu]
            """;

    /** A convolution whose best learning rate lies beyond the two that are listed. */
    static final String EDGE = """
            name: edge
            workload:
              base: simple-cnn
              data: {train: 500, held_out: 100, difficulty: 0.1}
              model: {filters: [4, 4], hidden: 16}
            batch_sizes: [16]
            learning_rate: {values: [0.002, 0.004], extend: 1}
            seeds: [0]
            goals:
              - {metric: error_rate, at_most: 0.6}
            budget: {steps: 1500}
            devices: [cpu]
            """;

    /** {@link #QUADRATIC} with these learning rates, and no search beyond them. */
    static String quadratic(String learningRates) {
        return QUADRATIC.replace(
                "{values: [0.1, 0.2, 0.4, 0.8, 1.2, 1.6], extend: 1}", "{values: [" + learningRates + "], extend: 0}");
    }
}
