package io.cbs.fit;

/**
 * The asymptotes of a replicate.
 *
 * @param sMin ln S_min; minus infinity where the points show no floor
 * @param eMin ln E_min; minus infinity where they show no perfect scaling
 */
record LogAsymptotes(double sMin, double eMin) {

    /** ln B_crit. */
    double bCrit() {
        return eMin - sMin;
    }
}
