package io.cbs.config;

/**
 * When the metrics are measured, and on how much.
 *
 * @param growth ratio of successive evaluation steps, above 1: the same relative resolution at every batch size
 * @param trainSample examples of the fixed training sample; used only when a goal is on the training set
 * @param noiseScale how the gradient noise scale is measured, or {@code null} where it is not
 */
public record EvaluationConfig(double growth, int trainSample, NoiseScaleConfig noiseScale) {

    /** Without the gradient noise scale. */
    public EvaluationConfig(double growth, int trainSample) {
        this(growth, trainSample, null);
    }
}
