package io.cbs.store;

import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The wave in progress. Its measurements grow under {@code running/} for readers to watch; publishing writes the
 * records anew beside them, brings them to the disk, and renames the whole folder to the wave's name. Thread-safe.
 */
final class OpenWave implements StudyStore.Wave {
    private final StudyFolder study;
    private final AtomicFiles files;
    private final Map<String, Trial> trials;
    private final Map<String, List<Series>> columns = new HashMap<>();
    private final Runnable onClose;
    private boolean published;
    private boolean closed;

    OpenWave(StudyFolder study, AtomicFiles files, List<Trial> trials, Runnable onClose) {
        this.study = study;
        this.files = files;
        this.onClose = onClose;
        this.trials = trials.stream()
                .collect(Collectors.toMap(
                        Trial::id,
                        trial -> trial,
                        (first, second) -> {
                            throw new IllegalArgumentException("trial twice in a wave: " + first);
                        },
                        LinkedHashMap::new));
    }

    /** Makes the folder that readers watch. */
    void start() {
        Path running = study.path().resolve(Names.RUNNING);
        Path failing = running;
        try {
            files.ops().createDirectory(running);
            for (Trial trial : trials.values()) {
                failing = running.resolve(trial.id());
                files.ops().createDirectory(failing);
                files.ops()
                        .create(
                                failing.resolve(Names.METADATA),
                                new TrialMetadata(trial, TrialMetadata.RUNNING, -1, "", "").encode());
            }
        } catch (IOException e) {
            throw StoreException.writing(failing, e);
        }
    }

    @Override
    public synchronized void append(Trial trial, Measurement measurement) {
        requireOpen();
        if (!trial.equals(trials.get(trial.id()))) {
            throw new IllegalArgumentException("not in this wave: " + trial);
        }
        Path file = study.path().resolve(Names.RUNNING).resolve(trial.id()).resolve(Names.MEASUREMENTS);
        boolean first = !columns.containsKey(trial.id());
        List<Series> series = columns.computeIfAbsent(trial.id(), id -> MeasurementLines.columns(measurement));
        try {
            if (first) {
                append(file, MeasurementLines.header(series));
            }
            append(file, MeasurementLines.line(series, measurement));
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private void append(Path file, String line) throws IOException {
        files.ops().append(file, line.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized void publish(List<Trajectory> trajectories) {
        requireOpen();
        List<Trial> finished =
                trajectories.stream().map(Trajectory::trial).distinct().toList();
        if (finished.size() != trajectories.size()
                || finished.size() != trials.size()
                || !trials.values().containsAll(finished)) {
            throw new IllegalArgumentException("a wave publishes each of its trials once");
        }
        List<TrialRecord> records = trajectories.stream().map(TrialRecord::of).toList();
        Path staging = Names.noLink(study.path().resolve(Names.PUBLISHING));
        files.deleteTree(staging);
        stage(staging, finished, records);
        files.rename(staging, study.path().resolve(Names.wave(nextIndex())));
        published = true;
    }

    /** Writes everything first and then waits for the disk: it brings many files in one go. */
    private void stage(Path staging, List<Trial> finished, List<TrialRecord> records) {
        List<Path> written = new ArrayList<>();
        FileOps ops = files.ops();
        try {
            ops.createDirectory(staging);
            for (int i = 0; i < records.size(); i++) {
                Path folder = staging.resolve(finished.get(i).id());
                ops.createDirectory(folder);
                Path measurements = folder.resolve(Names.MEASUREMENTS);
                ops.create(measurements, records.get(i).measurements());
                Path metadata = folder.resolve(Names.METADATA);
                ops.create(metadata, records.get(i).metadata());
                written.addAll(List.of(measurements, metadata, folder));
            }
            written.add(staging);
            ops.forceAll(written);
        } catch (IOException e) {
            throw StoreException.writing(staging, e);
        }
    }

    private int nextIndex() {
        return study.waves().stream()
                        .mapToInt(wave ->
                                Names.wave(wave.getFileName().toString()).getAsInt())
                        .max()
                        .orElse(-1)
                + 1;
    }

    private void requireOpen() {
        if (closed || published) {
            throw new IllegalStateException("the wave was closed or published");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        onClose.run();
        try {
            FolderStudyStore.clear(study, files);
        } catch (StoreException e) {
            return; // Harmless: the next wave clears it, and readers know it is not published.
        }
    }
}
