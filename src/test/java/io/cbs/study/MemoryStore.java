package io.cbs.study;

import io.cbs.measure.Measurement;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import io.cbs.store.StudyStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store in memory that holds a wave to its contract. */
final class MemoryStore implements StudyStore {
    private final Map<String, Trajectory> published = new LinkedHashMap<>();
    /** The trials of every wave begun, published or not. */
    final List<List<Trial>> waves = new ArrayList<>();

    private boolean open;

    @Override
    public List<Trajectory> published() {
        return List.copyOf(published.values());
    }

    @Override
    public Wave begin(List<Trial> trials) {
        if (open) {
            throw new AssertionError("two waves at once");
        }
        open = true;
        waves.add(List.copyOf(trials));
        return new MemoryWave(trials);
    }

    private final class MemoryWave implements Wave {
        private final List<Trial> trials;
        private final Map<Trial, List<Measurement>> lines = new LinkedHashMap<>();

        MemoryWave(List<Trial> trials) {
            this.trials = List.copyOf(trials);
        }

        @Override
        public void append(Trial trial, Measurement measurement) {
            lines.computeIfAbsent(trial, key -> new ArrayList<>()).add(measurement);
        }

        @Override
        public void publish(List<Trajectory> trajectories) {
            Set<Trial> all = new HashSet<>();
            for (Trajectory trajectory : trajectories) {
                all.add(trajectory.trial());
                if (!lines.getOrDefault(trajectory.trial(), List.of()).equals(trajectory.measurements())) {
                    throw new AssertionError("published other measurements than were appended");
                }
                published.merge(trajectory.trial().id(), trajectory, (a, b) -> b.lastStep() >= a.lastStep() ? b : a);
            }
            if (!all.equals(new HashSet<>(trials))) {
                throw new AssertionError("published other trials than the wave has");
            }
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
