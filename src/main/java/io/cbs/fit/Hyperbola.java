package io.cbs.fit;

/**
 * The trade-off between steps and examples: {@code S(B) = S_min + E_min / B}.
 *
 * <p>The same as {@code (S / S_min - 1)(E / E_min - 1) = 1} with {@code E = B S}: McCandlish et al. 2018,
 * arXiv:1812.06162, equation 2.11.
 *
 * @param sMin optimiser steps that remain however large the batch
 * @param eMin examples (in the unit of the batch size) that remain however small the batch
 */
public record Hyperbola(double sMin, double eMin) {

    /** Steps to the goal at batch size {@code batch}. */
    public double steps(double batch) {
        return sMin + eMin / batch;
    }

    /** The critical batch size {@code E_min / S_min} (equation 2.12), where steps and examples are twice their least. */
    public double bCrit() {
        return eMin / sMin;
    }

    /** {@code d ln S / d ln B = -1 / (1 + B / B_crit)}: from -1, perfect scaling, to 0, where more is no use. */
    public double slope(double batch) {
        return -1 / (1 + batch / bCrit());
    }

    /** {@code d ln S / d ln S_min}, the share of the steps that a larger batch cannot save; 1 at infinite batch size. */
    double floorShare(double batch) {
        return 1 / (1 + bCrit() / batch);
    }
}
