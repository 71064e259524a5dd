package io.cbs.config;

/**
 * When a trial ends before its budget.
 *
 * @param rule race: stop what can no longer win; complete: run every trial to its budget
 * @param margin race: the others run on until this many times the winner's steps, at least 1
 * @param divergenceFactor a trial has diverged when its loss is not finite or above this many times its first loss
 * @param stallFraction a trial that ends at its budget without a better value in this last part of it is stalled
 */
public record StopConfig(Rule rule, double margin, double divergenceFactor, double stallFraction) {

    /** What happens to trials that cannot win any more. */
    public enum Rule {
        RACE("race"),
        COMPLETE("complete");

        private final String key;

        Rule(String key) {
            this.key = key;
        }

        /** The name in configs. */
        public String key() {
            return key;
        }
    }
}
