package io.cbs.data;

/** What random numbers are for. Generators of one seed and different purposes are independent. */
public enum Purpose {
    /** Initial weights. */
    INITIALISATION(1),
    /** The order in which training examples are drawn. */
    ORDER(2),
    /** Gradient noise and anything else drawn anew in every step of training. */
    NOISE(3),
    /** The examples themselves, of sets that are made and not read. */
    DATA(4),
    /** The fixed sample of the training set that evaluations use. */
    EVALUATION(5),
    /** Resampling in the analysis of results. */
    RESAMPLING(6);

    /** Part of every random number: published results depend on it, so it never changes. */
    private final long code;

    Purpose(long code) {
        this.code = code;
    }

    long code() {
        return code;
    }
}
