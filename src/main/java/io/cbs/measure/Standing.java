package io.cbs.measure;

/**
 * Where one point stands for one goal.
 *
 * @param learningRate the point
 * @param steps its steps to the goal, as far as they are certain
 * @param reachedAtLeast seeds that count as having reached
 * @param reachedAtMost the same if every unfinished seed reaches
 */
record Standing(double learningRate, Range steps, int reachedAtLeast, int reachedAtMost) {

    /**
     * Whether this point wins against the other one however the unfinished seeds end: by fewer steps, then more seeds
     * that reached, then the lower learning rate.
     */
    boolean certainlyBeats(Standing other) {
        double mine = steps.atMost();
        double theirs = other.steps.atLeast();
        if (mine != theirs || Double.isInfinite(mine)) {
            return mine < theirs;
        }
        return reachedAtLeast > other.reachedAtMost
                || (reachedAtLeast == other.reachedAtMost && learningRate < other.learningRate);
    }
}
