package io.cbs.config;

/**
 * The gradient noise scale, measured at every evaluation from gradients at the same parameters (McCandlish et al. 2018,
 * appendix A.1). Its samples are drawn apart from training, so measuring it changes no trajectory.
 *
 * @param microBatch examples of one gradient, B_small
 * @param microBatches gradients, at least 2; B_big is their examples together
 */
public record NoiseScaleConfig(int microBatch, int microBatches) {}
