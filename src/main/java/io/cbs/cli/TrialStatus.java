package io.cbs.cli;

import io.cbs.plan.Plan;
import io.cbs.plan.Trial;
import java.util.function.Function;

/**
 * Where a planned trial stands.
 *
 * @param status {@code to run}, or how it ended
 * @param reason why it will run, or will not
 */
record TrialStatus(String status, String reason) {
    /** Nothing is known of the trial. */
    static final TrialStatus NEW = new TrialStatus("to run", "new");

    /** Looks up what a results folder knows of the trials of a plan. */
    interface Source extends Function<Plan, Function<Trial, TrialStatus>> {}
}
