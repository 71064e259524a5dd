package io.cbs.measure;

import io.cbs.plan.Trial;

/** A trial that has to run, from step 0, and why. */
public record Pending(Trial trial, Reason reason) {

    /** Why a trial has to run. */
    public enum Reason {
        NEW("new"),
        FAILED("failed before"),
        /** It stopped where the present goals, budget, seeds or stop rule ask for more. */
        UNDECIDED("not decided under this config");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** For people. */
        public String key() {
            return key;
        }
    }
}
