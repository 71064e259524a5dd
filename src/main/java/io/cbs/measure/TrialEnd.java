package io.cbs.measure;

/** Why a trial's measurements stop where they stop. Never a number of steps: a censored trial has none. */
public enum TrialEnd {
    /** It reached every goal. */
    REACHED("reached"),
    /** Another point won; it is censored at its last step. */
    BEATEN("beaten"),
    /** The budget was used up without reaching the hardest goal. */
    NOT_REACHED("not-reached"),
    /** As not reached, and no better value in the last part of the budget. */
    STALLED("stalled"),
    /** The loss was not finite, or far above its first value. */
    DIVERGED("diverged"),
    /** The engine or the machine failed; says nothing about the point. */
    FAILED("failed");

    private final String key;

    TrialEnd(String key) {
        this.key = key;
    }

    /** The name in results and tables. */
    public String key() {
        return key;
    }
}
