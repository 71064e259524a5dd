package io.cbs.study;

import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Race;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import io.cbs.store.StudyStore;
import io.cbs.train.Stack;
import io.cbs.train.StopSignal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trials of one study that run together from step 0 until every one has ended. */
final class WaveRun implements AutoCloseable {
    private final Race race;
    private final StudyStore.Wave wave;
    private final Lanes lanes;
    private final StopSignal stop;
    private final List<Lane> open = new ArrayList<>();

    WaveRun(Race race, StudyStore.Wave wave, Stack.Factory stacks, int maxReplicas, Lanes lanes, StopSignal stop) {
        this.race = race;
        this.wave = wave;
        this.lanes = lanes;
        this.stop = stop;
        Map<Long, List<Trial>> bySeed = new LinkedHashMap<>();
        for (Trial trial : race.alive()) {
            bySeed.computeIfAbsent(trial.seed(), seed -> new ArrayList<>()).add(trial);
        }
        for (List<Trial> trials : bySeed.values()) {
            for (int from = 0; from < trials.size(); from += maxReplicas) {
                open.add(new Lane(stacks, trials.subList(from, Math.min(trials.size(), from + maxReplicas))));
            }
        }
    }

    /** Hears of every evaluation. */
    interface Progress {
        void evaluated(long step, int alive);
    }

    /** Runs the race to its end. */
    List<Trajectory> run(Progress progress) {
        for (long step = 0; !open.isEmpty(); step = race.next(step)) {
            stop.check();
            long target = step;
            lanes.runAll(open.stream()
                    .map(lane -> (Runnable) () -> lane.advance(target))
                    .toList());
            Set<Trial> ended = new HashSet<>();
            for (Lane lane : open) {
                record(step, lane, ended);
            }
            ended.addAll(race.decide(step).keySet());
            open.forEach(lane -> lane.drop(ended));
            open.removeIf(lane -> lane.rows().isEmpty());
            progress.evaluated(step, race.alive().size());
        }
        return race.trajectories();
    }

    private void record(long step, Lane lane, Set<Trial> ended) {
        RuntimeException failure = lane.failure();
        if (failure != null) {
            for (Trial trial : lane.rows()) {
                race.fail(trial, failure.toString());
                ended.add(trial);
            }
            return;
        }
        List<Map<Series, Double>> values = lane.values();
        for (int row = 0; row < values.size(); row++) {
            Trial trial = lane.rows().get(row);
            wave.append(trial, race.observe(step, trial, values.get(row)));
        }
    }

    @Override
    public void close() {
        open.forEach(Lane::close);
    }
}
