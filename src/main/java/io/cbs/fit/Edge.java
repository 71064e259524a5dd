package io.cbs.fit;

/** Where the best learning rate lies among those tried at one batch size. */
public enum Edge {
    /** Slower learning rates lie on both sides, or it is not known which were tried. */
    NONE("none"),
    /** The next larger learning rate was tried and diverged: the search is not cut short. */
    STABILITY("stability-edge"),
    /** Nothing was tried beyond it: the steps are only an upper bound of S(B). */
    GRID("grid-edge"),
    /** Trials that could still win are to run, or failed: the steps are only an upper bound of S(B). */
    UNFINISHED("unfinished");

    private final String key;

    Edge(String key) {
        this.key = key;
    }

    /** The name in JSON, CSV and tables. */
    public String key() {
        return key;
    }
}
