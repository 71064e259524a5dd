package io.cbs.fit;

/**
 * A critical batch size without a model: the largest batch size at which {@code E(B) <= (1 + overhead) E(reference)},
 * with ln E linear in ln B between measured batch sizes. The measured counterpart of {@link
 * CriticalBatch.Definition#OVERHEAD_OVER_SMALLEST_BATCH}; it carries the whole noise of the reference.
 *
 * @param value in the unit of the batch size; infinite where no measured batch size exceeds the overhead
 * @param low lower end of the 95% interval; 0 where there are no seeds to tell. Where the value is infinite at least the
 *     largest measured batch size if it is known at all
 * @param high upper end; infinite where the data give none
 */
public record EmpiricalBatch(double overhead, double referenceBatch, double value, double low, double high) {

    /**
     * @param batches ascending
     * @param steps finite and positive
     * @param reference index of the reference
     */
    static double crossing(double[] batches, double[] steps, int reference, double overhead) {
        double limit = Math.log((1 + overhead) * batches[reference] * steps[reference]);
        for (int i = batches.length - 1; i >= reference; i--) {
            double excess = Math.log(batches[i] * steps[i]) - limit;
            if (excess > 0) {
                continue;
            }
            if (i == batches.length - 1) {
                return Double.POSITIVE_INFINITY;
            }
            double next = Math.log(batches[i + 1] * steps[i + 1]) - limit;
            double part = excess / (excess - next);
            return batches[i] * Math.pow(batches[i + 1] / batches[i], part);
        }
        throw new IllegalArgumentException("the overhead must not be negative: " + overhead);
    }
}
