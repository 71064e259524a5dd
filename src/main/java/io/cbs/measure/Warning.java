package io.cbs.measure;

/**
 * Something that makes a number weaker than it looks.
 *
 * @param message what was found
 * @param action what to do next
 */
public record Warning(Kind kind, String message, String action) {

    /** What was found, for programs. */
    public enum Kind {
        NOT_REACHED("not-reached"),
        GRID_EDGE("grid-edge"),
        STABILITY_EDGE("stability-edge"),
        NOT_RESOLVED("learning-rate-not-resolved"),
        COARSE_SEARCH("coarse-search"),
        FEW_SEEDS_REACHED("few-seeds-reached"),
        REACHED_AT_START("reached-at-start"),
        FAILED("failed"),
        UNDECIDED("undecided");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The name in results. */
        public String key() {
            return key;
        }
    }

    @Override
    public String toString() {
        return message + "; " + action;
    }
}
