package io.cbs.store;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.plan.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trials and trajectories for the tests of this package. */
final class Samples {
    static final int BATCH_SIZE = 64;
    static final Series ERROR = new Series(EvaluationSet.HELD_OUT, Metric.ERROR_RATE);
    static final Series LOSS = new Series(EvaluationSet.HELD_OUT, Metric.CROSS_ENTROPY);

    private Samples() {}

    static Trial trial(String id) {
        return new Trial(id, BATCH_SIZE, 0.1, 7);
    }

    static Measurement measurement(long step) {
        return new Measurement(step, Map.of(ERROR, 0.9 / (1 + step), LOSS, Math.exp(-step / 10.0)));
    }

    static Trajectory trajectory(String id, int lastStep, TrialEnd end) {
        List<Measurement> measurements = new ArrayList<>();
        for (int step = 0; step <= lastStep; step++) {
            measurements.add(measurement(step));
        }
        return new Trajectory(trial(id), measurements, end, end == TrialEnd.FAILED ? "out of memory" : "");
    }

    static Trajectory trajectory(String id) {
        return trajectory(id, 3, TrialEnd.REACHED);
    }

    static void publish(StudyStore store, Trajectory... trajectories) {
        List<Trajectory> all = List.of(trajectories);
        try (StudyStore.Wave wave =
                store.begin(all.stream().map(Trajectory::trial).toList())) {
            for (Trajectory trajectory : all) {
                trajectory.measurements().forEach(measurement -> wave.append(trajectory.trial(), measurement));
            }
            wave.publish(all);
        }
    }

    /** Every path below a folder with its content, a folder's being empty and a link's its target. */
    static Map<String, String> tree(Path folder) {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                String text = "";
                if (Files.isSymbolicLink(path)) {
                    text = Files.readSymbolicLink(path).toString();
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    text = HexFormat.of().formatHex(Files.readAllBytes(path));
                }
                content.put(folder.relativize(path).toString(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }
}
