package io.cbs.fit;

/**
 * Something about the points or the fit that a reader must know before using a number.
 *
 * @param message what is the case, with the numbers
 * @param nextAction what would remove the warning
 */
public record Warning(Code code, String message, String nextAction) {

    /** Stable names, for programs. */
    public enum Code {
        /** No seed, or at most half of them, reached the goal at this batch size; the point is left out. */
        NOT_REACHED("not-reached"),
        /** Some seeds did not reach the goal; the median stands. */
        SEEDS_NOT_REACHED("seeds-not-reached"),
        /** The goal is met before the first step; the point is left out. */
        GOAL_MET_AT_START("goal-met-at-start"),
        /** The best learning rate has no tried neighbour on one side; the point is left out. */
        GRID_EDGE("grid-edge"),
        /** The best learning rate is the largest that does not diverge. */
        STABILITY_EDGE("stability-edge"),
        /** A larger batch size takes more steps. */
        NON_MONOTONE("non-monotone"),
        /** The points deviate from the hyperbola in a pattern that noise does not make, by more than a tenth. */
        LACK_OF_FIT("lack-of-fit"),
        /** The points deviate from the hyperbola in a pattern that noise does not make, by less than a tenth. */
        SYSTEMATIC_RESIDUALS("systematic-residuals"),
        /** What the intervals leave out. */
        SCATTER_INTERVALS("scatter-intervals"),
        /** What a bootstrap over seeds has in it and leaves out; names the selection bias. */
        BOOTSTRAP_INTERVALS("bootstrap-intervals"),
        /** In some draws a learning rate that was stopped early might have won. */
        UNDECIDED_DRAWS("undecided-draws"),
        /** In some replicates too few batch sizes reached the goal. */
        DROPPED_REPLICATES("dropped-replicates"),
        /** Examples to the goal rise towards small batch sizes. */
        U_SHAPE("u-shape"),
        /** Another model has an AICc lower by more than two. */
        OTHER_MODEL_BETTER("other-model-better"),
        /** The interval of B_crit spans more than a factor of four. */
        WIDE_INTERVAL("wide-interval"),
        /** B_crit is not among the measured batch sizes. */
        OUTSIDE_RANGE("outside-range"),
        /** Without one batch size B_crit would lie outside its own interval. */
        INFLUENTIAL_BATCH("influential-batch"),
        /** Another learning rate is as good as the best within the spread of the seeds. */
        NOT_RESOLVED("learning-rate-not-resolved"),
        /** The learning rates beside the best are far worse: the true best may lie between. */
        COARSE_SEARCH("coarse-search"),
        /** Trials failed for reasons that have nothing to do with the workload. */
        TRIALS_FAILED("trials-failed"),
        /** The steps were counted elsewhere, by rules that are not a sweep's. */
        IMPORTED("imported"),
        /** The best of unequal numbers of trials is compared over batch sizes. */
        UNEQUAL_TRIALS("unequal-trials"),
        /** Trials are still to run. */
        UNDECIDED("undecided"),
        /** A published record does not verify and is not used. */
        UNUSABLE_RECORD("unusable-record"),
        /** Batch sizes of more than a tenth of the training set. */
        BATCH_NEAR_DATA("batch-near-data-size");

        private final String key;

        Code(String key) {
            this.key = key;
        }

        /** The name in JSON and tables. */
        public String key() {
            return key;
        }
    }
}
