package io.cbs.fit;

/**
 * What a run at any batch size would have cost at the ends of the trade-off: Kaplan et al. 2020, arXiv:2001.08361,
 * equations 5.4 and 5.5. With B_crit at the loss that the run reached, in the unit of its batch size.
 */
public final class LeastCost {
    private LeastCost() {}

    /** Fewest steps, those of a batch far above B_crit: {@code S_min = S / (1 + B_crit/B)}. */
    public static double steps(double steps, double batch, double bCrit) {
        return steps / (1 + bCrit / batch);
    }

    /** Least compute, that of a batch far below B_crit: {@code C_min = C / (1 + B/B_crit)}, in the unit of C. */
    public static double compute(double compute, double batch, double bCrit) {
        return compute / (1 + batch / bCrit);
    }
}
