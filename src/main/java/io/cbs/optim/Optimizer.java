package io.cbs.optim;

import io.cbs.config.OptimizerConfig;
import java.util.List;

/**
 * An update rule for all replicas at once. In its lines {@code theta} and {@code g} are the parameter and gradient
 * matrices [K, P], every name of {@link #state()} is a matrix [K, P] that starts at zero and is updated in place, and
 * every name of {@link #hyperparameters(double)} is a column [K, 1].
 */
public interface Optimizer {

    /**
     * Sets what has decayed to nothing to zero. The velocity of a dead unit shrinks at every step, gets stuck among the
     * smallest subnormal numbers, and a CPU works on those far slower: the benchmark's CNN lost 40% of its speed after a
     * thousand steps at batch size 8.
     */
    String FLUSH_VELOCITY = "_f = torch.hardshrink(v, 1e-30, out=v)";

    /** Names of the state matrices; may be empty. */
    List<String> state();

    /** Name and value of each hyperparameter of one replica, always in the same order. */
    List<Hyperparameter> hyperparameters(double learningRate);

    /** The lines of one step; they change {@code theta} and the state in place. */
    List<String> update();

    /** One entry of a replica's hyperparameter columns. */
    record Hyperparameter(String name, double value) {}

    /** The optimiser that a config names. */
    static Optimizer of(OptimizerConfig config) {
        if (config instanceof OptimizerConfig.Momentum heavyBall) {
            return new HeavyBall(heavyBall.momentum());
        }
        if (config instanceof OptimizerConfig.Nesterov nesterov) {
            return new Nesterov(nesterov.momentum());
        }
        if (config instanceof OptimizerConfig.Sgd) {
            return new Sgd();
        }
        throw new IllegalArgumentException("no update rule for " + config);
    }
}
