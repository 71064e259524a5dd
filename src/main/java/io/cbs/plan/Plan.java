package io.cbs.plan;

import io.cbs.config.SweepConfig;
import java.util.List;

/**
 * The studies of one sweep.
 *
 * @param config the config the plan was made from
 * @param studies ascending in batch size
 */
public record Plan(SweepConfig config, List<Study> studies) {
    public Plan {
        studies = List.copyOf(studies);
    }
}
