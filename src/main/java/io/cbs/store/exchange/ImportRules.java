package io.cbs.store.exchange;

import java.util.List;
import java.util.OptionalInt;

/**
 * The rules of Shallue et al. (their {@code data_loader} and {@code compute_steps_to_result}), with what is left open.
 *
 * @param targets what the steps are counted to, not empty
 * @param trials how many complete trials count at each batch size, the first by id; empty for all of them
 */
public record ImportRules(List<Target> targets, OptionalInt trials) {
    public ImportRules {
        targets = List.copyOf(targets);
    }

    ImportRecord.Rules record() {
        boolean limited = trials.isPresent();
        return new ImportRecord.Rules(
                (limited ? "the first " + trials.getAsInt() + " by id" : "all")
                        + " of status COMPLETE at each batch size; INCOMPLETE and INFEASIBLE trials only counted, also"
                        + " those that reached the goal before they diverged",
                limited ? trials.getAsInt() : null,
                "strictly better than the goal at an evaluation, without smoothing or interpolation",
                "the fewest over the trials, ties to the smaller id");
    }
}
