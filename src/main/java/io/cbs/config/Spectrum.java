package io.cbs.config;

import java.util.List;

/** One number per coordinate, as a list or as a power law. */
public sealed interface Spectrum {

    /** {@code scale * i^exponent} for i = 1..d. */
    record PowerLaw(double scale, double exponent) implements Spectrum {}

    /** The values themselves, d of them. */
    record Values(List<Double> values) implements Spectrum {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** The {@code dimension} values. */
    default double[] values(int dimension) {
        double[] result = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            result[i] = this instanceof PowerLaw law
                    ? law.scale() * StrictMath.pow(i + 1, law.exponent())
                    : ((Values) this).values().get(i);
        }
        return result;
    }
}
