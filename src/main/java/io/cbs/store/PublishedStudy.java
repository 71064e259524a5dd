package io.cbs.store;

import io.cbs.measure.Trajectory;
import java.util.List;

/**
 * What was published of one study.
 *
 * @param trajectories every trial that verifies, once, by trial id
 * @param findings the records that do not
 */
public record PublishedStudy(List<Trajectory> trajectories, List<Finding> findings) {
    public PublishedStudy {
        trajectories = List.copyOf(trajectories);
        findings = List.copyOf(findings);
    }
}
