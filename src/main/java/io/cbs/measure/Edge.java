package io.cbs.measure;

/** Where the best learning rate lies among those tried. */
public enum Edge {
    /** Values on both sides were tried and lost. */
    NONE("none"),
    /** It is the smallest tried: the true best may lie below, and the number of steps is only an upper bound. */
    GRID_EDGE_LOW("grid-edge-low"),
    /** It is the largest tried: the true best may lie above, and the number of steps is only an upper bound. */
    GRID_EDGE_HIGH("grid-edge-high"),
    /** The next larger one diverged. */
    STABILITY_EDGE("stability-edge");

    private final String key;

    Edge(String key) {
        this.key = key;
    }

    /** The name in results and tables. */
    public String key() {
        return key;
    }

    /** Whether the number of steps is only an upper bound. */
    public boolean boundOnly() {
        return this == GRID_EDGE_LOW || this == GRID_EDGE_HIGH;
    }
}
