package io.cbs.config;

/** Data set, model and loss of a sweep. */
public sealed interface WorkloadConfig {

    /** The workload's name, for people. */
    String name();

    /**
     * Images in classes, learned with softmax cross-entropy.
     *
     * @param data where the images come from
     * @param model the network
     */
    record Classifier(String name, DataConfig data, ModelConfig model) implements WorkloadConfig {}

    /**
     * The noisy quadratic model (Zhang et al. 2019): loss {@code 1/2 sum h_i theta_i^2}, gradient
     * {@code h_i theta_i + e_i} with {@code e_i ~ N(0, c_i / B)}.
     *
     * @param dimension number of parameters d
     * @param curvature h_i &gt; 0
     * @param noise c_i &ge; 0, the variance of one example's gradient
     * @param start theta_i at step 0
     */
    record NoisyQuadratic(String name, int dimension, Spectrum curvature, Spectrum noise, Spectrum start)
            implements WorkloadConfig {}

    /**
     * Streaming least squares with isotropic Gaussian inputs {@code x ~ N(0, I)} and labels {@code <w*, x>}, fresh
     * samples at every step; the loss is half the squared residual.
     *
     * @param dimension number of weights d
     * @param startDistance {@code |w_0 - w*|^2} at step 0
     */
    record GaussianRegression(String name, int dimension, double startDistance) implements WorkloadConfig {}
}
