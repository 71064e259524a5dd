package io.cbs.store;

import io.cbs.measure.Measurement;
import io.cbs.plan.Trial;
import java.util.List;

/**
 * A trial of the wave in progress, as far as it was written.
 *
 * @param measurements ascending in step; a torn last line is not among them
 */
public record LiveTrial(Trial trial, List<Measurement> measurements) {
    public LiveTrial {
        measurements = List.copyOf(measurements);
    }
}
