package io.cbs.study;

import io.cbs.config.SweepConfig;
import io.cbs.measure.Extension;
import io.cbs.measure.Pending;
import io.cbs.measure.Race;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.StudyResult;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import io.cbs.store.StudyStore;
import io.cbs.study.StudyListener.WaveReason;
import io.cbs.train.StopSignal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs what is still to run of one batch size, in waves: first every trial that the published ones leave undecided, then
 * two more learning rates at a time beyond an edge that holds the best one. Everything it decides between waves is read
 * from the store, so a study continued after an interruption goes the same way as one that was not interrupted.
 */
public final class StudyRunner {
    private final SweepConfig config;
    private final StackSource source;
    private final StopSignal stop;
    private final StudyListener listener;

    /** @param stop looked at between rounds */
    public StudyRunner(SweepConfig config, StackSource source, StopSignal stop, StudyListener listener) {
        this.config = config;
        this.source = source;
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * Runs the study at {@code batchSize} and returns what it shows. A trial that fails is run again by the next call,
     * not by this one.
     *
     * @throws StopSignal.StoppedException where a stop was asked for; the running wave leaves nothing published
     */
    public StudyResult run(int batchSize, StudyStore store) {
        Set<Trial> attempted = new HashSet<>();
        List<Double> added = List.of();
        while (true) {
            StudyAnalysis analysis = new StudyAnalysis(config, batchSize, store.published());
            List<Trial> trials = analysis.pending(added).stream()
                    .map(Pending::trial)
                    .filter(trial -> !attempted.contains(trial))
                    .toList();
            if (!trials.isEmpty()) {
                WaveReason reason = added.isEmpty() ? WaveReason.PLAN : WaveReason.EXTENSION;
                attempted.addAll(trials);
                wave(batchSize, store, trials, analysis, reason);
                continue;
            }
            StudyResult result = analysis.result();
            List<Double> next = Extension.next(config.learningRate(), result);
            if (next.isEmpty() || next.equals(added)) {
                return result;
            }
            added = next;
        }
    }

    private void wave(int batchSize, StudyStore store, List<Trial> trials, StudyAnalysis analysis, WaveReason reason) {
        StackSource.Ready ready = source.ready(batchSize);
        listener.waveStarted(batchSize, trials.size(), reason);
        Race race = new Race(analysis.rules(), trials, analysis.valid());
        List<Trajectory> trajectories;
        try (StudyStore.Wave wave = store.begin(trials);
                WaveRun run = new WaveRun(race, wave, ready.stacks(), ready.maxReplicas(), ready.lanes(), stop)) {
            trajectories = run.run((step, alive) -> listener.evaluated(batchSize, step, alive, race.bestValues()));
            wave.publish(trajectories);
        }
        listener.waveFinished(batchSize, trajectories);
    }
}
