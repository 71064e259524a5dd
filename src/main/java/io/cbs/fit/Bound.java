package io.cbs.fit;

/**
 * What can still be said of B_crit without a fit.
 *
 * @param low B_crit is greater than about this; 0 where nothing is known
 * @param high B_crit is less than about this; infinity where nothing is known
 */
public record Bound(double low, double high) {

    static final Bound UNKNOWN = new Bound(0, Double.POSITIVE_INFINITY);

    public boolean isKnown() {
        return low > 0 || Double.isFinite(high);
    }
}
