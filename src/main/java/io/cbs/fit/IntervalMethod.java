package io.cbs.fit;

/** What the intervals of a fit rest on. */
public enum IntervalMethod {
    /** Seeds resampled at every learning rate, the best one selected anew, then the fit; joined with the scatter. */
    NESTED_BOOTSTRAP("nested-bootstrap"),
    /** Seeds resampled at the best learning rate alone, then the fit; joined with the scatter. */
    SEED_BOOTSTRAP("seed-bootstrap"),
    /** Residuals of the fit resampled, studentised: one seed at every point. */
    RESIDUAL_BOOTSTRAP("residual-bootstrap"),
    /** Scatter of the points about the fit with Student's t. */
    FIT_SCATTER("fit-scatter");

    private final String key;

    IntervalMethod(String key) {
        this.key = key;
    }

    /** The name in JSON and tables. */
    public String key() {
        return key;
    }
}
