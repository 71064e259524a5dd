package io.cbs.measure;

import io.cbs.plan.Trial;
import java.util.List;

/**
 * What one trial showed.
 *
 * @param trial which run
 * @param measurements ascending in step, from step 0
 * @param end why they stop
 * @param message for a failed trial what happened, else empty
 */
public record Trajectory(Trial trial, List<Measurement> measurements, TrialEnd end, String message) {
    public Trajectory {
        measurements = List.copyOf(measurements);
    }

    /** The step of the last measurement, or -1 where there is none. */
    public long lastStep() {
        return measurements.isEmpty()
                ? -1
                : measurements.get(measurements.size() - 1).step();
    }
}
