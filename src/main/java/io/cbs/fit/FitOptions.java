package io.cbs.fit;

import java.util.OptionalDouble;

/**
 * What a user may choose about a fit.
 *
 * @param referenceBatch the batch size that overheads are also given relative to
 */
public record FitOptions(OptionalDouble referenceBatch) {

    public FitOptions {
        double reference = referenceBatch.orElse(1);
        if (!(reference > 0) || Double.isInfinite(reference)) {
            throw new IllegalArgumentException("reference batch size must be finite and positive: " + reference);
        }
    }

    public static FitOptions defaults() {
        return new FitOptions(OptionalDouble.empty());
    }

    public static FitOptions withReferenceBatch(double batch) {
        return new FitOptions(OptionalDouble.of(batch));
    }
}
