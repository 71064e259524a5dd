package io.cbs.measure;

/** What one trial says about one goal. Only {@link Reached} holds a number of steps to the goal. */
public sealed interface Outcome {

    /**
     * The first evaluation at or below the goal; the true crossing lies in {@code [previousStep, step]}. A later
     * divergence does not take it back. The evaluation that shows a divergence is never a crossing.
     *
     * @param step optimiser steps taken at that evaluation
     * @param previousStep the evaluation before it; equal to {@code step} at step 0
     */
    record Reached(long step, long previousStep) implements Outcome {}

    /**
     * Not reached by the last evaluation.
     *
     * @param atLeast optimiser steps of that evaluation; the true number is above it, or there is none
     * @param reason why nothing was measured after it
     */
    record Censored(long atLeast, Reason reason) implements Outcome {}

    /** @param step the evaluation that showed it */
    record Diverged(long step) implements Outcome {}

    /** Says nothing about the point. */
    record Failed(String message) implements Outcome {}

    /** Why a censored trial was not measured further. */
    enum Reason {
        /** Its point could no longer win. */
        BEATEN("beaten"),
        /** The budget was used up. */
        NOT_REACHED("not-reached"),
        /** The budget was used up, and its last part brought nothing better. */
        STALLED("stalled"),
        /** The mean over seeds had crossed, so the point was done. */
        POINT_REACHED("point-reached"),
        /** Under the present config it has to run again, further. */
        UNDECIDED("undecided");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The name in results and tables. */
        public String key() {
            return key;
        }
    }
}
