package io.cbs.fit;

import java.util.OptionalDouble;

/**
 * What a user may choose about a fit.
 *
 * @param referenceBatch the batch size that overheads are also given relative to
 * @param replicates of a bootstrap; 0 for intervals from the scatter of the points alone
 * @param seed of its draws
 */
public record FitOptions(OptionalDouble referenceBatch, int replicates, long seed) {
    private static final int REPLICATES = 2000;

    public FitOptions {
        double reference = referenceBatch.orElse(1);
        if (!(reference > 0) || Double.isInfinite(reference)) {
            throw new IllegalArgumentException("reference batch size must be finite and positive: " + reference);
        }
        if (replicates < 0) {
            throw new IllegalArgumentException("number of replicates must not be negative: " + replicates);
        }
    }

    public static FitOptions defaults() {
        return new FitOptions(OptionalDouble.empty(), REPLICATES, 0);
    }

    public static FitOptions withReferenceBatch(double batch) {
        return new FitOptions(OptionalDouble.of(batch), REPLICATES, 0);
    }

    /** These, with the reference that a curve's own config declares where none was chosen. */
    public FitOptions orReferenceOf(Curve curve) {
        return referenceBatch.isPresent()
                ? this
                : new FitOptions(curve.setting().referenceBatch(), replicates, seed);
    }

    /** Intervals from the scatter of the points about the fit, without a bootstrap. */
    public FitOptions scatterOnly() {
        return new FitOptions(referenceBatch, 0, seed);
    }
}
