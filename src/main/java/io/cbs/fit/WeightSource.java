package io.cbs.fit;

/** Where the weights of a fit come from. */
public enum WeightSource {
    /** Every batch size counts alike. */
    EQUAL("equal"),
    /** Given with the points. */
    DECLARED("declared"),
    /** 1/var(ln S) from the spread of three or more seeds at every batch size. */
    SEED_SPREAD("seed-spread");

    private final String key;

    WeightSource(String key) {
        this.key = key;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }
}
