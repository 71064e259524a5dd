package io.cbs.fit;

/**
 * How much a larger batch is worth: the three regimes of Shallue et al. 2019, "Measuring the effects of data
 * parallelism on neural network training", JMLR 20(112). They read them off plots; the limits here are the slopes of a
 * hyperbola at a ninth of B_crit and at nine times it.
 */
public enum Regime {
    /** Slope of ln S against ln B of -0.9 or less: twice the batch, next to half the steps. */
    PERFECT_SCALING("perfect-scaling"),
    /** Between. */
    DIMINISHING_RETURNS("diminishing-returns"),
    /** -0.1 or more: a larger batch saves next to nothing. */
    MAXIMAL_PARALLELISM("maximal-parallelism");

    static final double STEEP = -0.9;
    static final double FLAT = -0.1;

    /** Where the hyperbola has those slopes, as a factor on either side of B_crit. */
    static final double FACTOR = 9;

    private final String key;

    Regime(String key) {
        this.key = key;
    }

    /** The name in JSON and tables. */
    public String key() {
        return key;
    }

    static Regime of(double slope) {
        return slope <= STEEP ? PERFECT_SCALING : slope >= FLAT ? MAXIMAL_PARALLELISM : DIMINISHING_RETURNS;
    }
}
