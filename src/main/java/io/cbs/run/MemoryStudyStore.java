package io.cbs.run;

import io.cbs.measure.Measurement;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import io.cbs.store.StudyStore;
import java.util.ArrayList;
import java.util.List;

/** A study that is gone when the process is: for measurements that are only looked at. */
final class MemoryStudyStore implements StudyStore {
    private final List<Trajectory> published = new ArrayList<>();

    @Override
    public List<Trajectory> published() {
        return List.copyOf(published);
    }

    @Override
    public Wave begin(List<Trial> trials) {
        return new Wave() {
            @Override
            public void append(Trial trial, Measurement measurement) {}

            @Override
            public void publish(List<Trajectory> trajectories) {
                published.addAll(trajectories);
            }

            @Override
            public void close() {}
        };
    }
}
