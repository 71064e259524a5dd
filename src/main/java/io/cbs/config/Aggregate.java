package io.cbs.config;

/** How the seeds of one point become one number of steps to the goal. */
public enum Aggregate {
    /** The median over seeds of each seed's first crossing; a seed that never reaches counts as infinity. */
    MEDIAN_OF_CROSSINGS("median-of-crossings"),
    /** The first crossing of the metric's mean over seeds. */
    CROSSING_OF_MEAN("crossing-of-mean");

    private final String key;

    Aggregate(String key) {
        this.key = key;
    }

    /** The name in configs. */
    public String key() {
        return key;
    }
}
