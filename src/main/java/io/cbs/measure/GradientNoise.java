package io.cbs.measure;

/**
 * What gradients at the same parameters say about the gradient noise scale (McCandlish et al. 2018, appendix A.1,
 * eq. A.2 and A.3).
 *
 * @param normSquared unbiased estimate of |G|^2, the true gradient's squared norm; may be negative
 * @param variance unbiased estimate of tr(Sigma), the trace of one example's gradient covariance
 */
public record GradientNoise(double normSquared, double variance) {

    /**
     * From the gradients of {@code count} micro-batches and their mean.
     *
     * @param microBatch examples of one micro-batch, B_small; B_big is {@code count} times as many
     * @param count micro-batches, at least 2
     * @param small mean of the squared norms of the micro-batches' gradients
     * @param big squared norm of the mean of these gradients
     */
    public static GradientNoise of(int microBatch, int count, double small, double big) {
        double smallBatch = microBatch;
        double bigBatch = (double) microBatch * count;
        double normSquared = (bigBatch * big - smallBatch * small) / (bigBatch - smallBatch);
        double variance = (small - big) / (1 / smallBatch - 1 / bigBatch);
        return new GradientNoise(normSquared, variance);
    }
}
