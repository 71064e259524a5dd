package io.cbs.fit;

/**
 * A 95% interval off replicates: their percentiles 2.5% and 97.5%, less twice the distance of their median from the
 * estimate, see {@link SeedIntervals}. On the scale on which the replicates are given, usually a logarithm.
 */
record ReplicateInterval(double low, double high) {
    static final double TAIL = 0.025;

    /** @param sorted ascending, may hold infinities */
    static ReplicateInterval of(double[] sorted, double estimate) {
        if (sorted.length == 0) {
            return new ReplicateInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double shift = 2 * (Percentiles.of(sorted, 0.5) - estimate);
        double correction = Double.isFinite(shift) ? shift : 0;
        return new ReplicateInterval(
                Percentiles.of(sorted, TAIL) - correction, Percentiles.of(sorted, 1 - TAIL) - correction);
    }

    /** The smallest interval that holds both. */
    ReplicateInterval joined(double otherLow, double otherHigh) {
        return new ReplicateInterval(Math.min(low, otherLow), Math.max(high, otherHigh));
    }
}
