package io.cbs.fit;

/**
 * Covariance of the logarithms of the two asymptotes.
 *
 * @param sMin variance of ln S_min
 * @param cross covariance of ln S_min and ln E_min
 * @param eMin variance of ln E_min
 */
public record LogCovariance(double sMin, double cross, double eMin) {

    /** Variance of ln B_crit = ln E_min - ln S_min. */
    public double bCrit() {
        return Math.max(0, eMin + sMin - 2 * cross);
    }
}
