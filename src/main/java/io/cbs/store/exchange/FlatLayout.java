package io.cbs.store.exchange;

import io.cbs.config.SweepConfig;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import io.cbs.store.Decimals;
import io.cbs.store.StagedFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two tables: {@code trials.csv} with a line per trial and its last values, {@code measurements.csv} with a line per
 * evaluation. Both have every metric as a column, empty where it was not measured. Nothing needs quotes.
 */
final class FlatLayout implements ExportLayout {
    private static final Path TRIALS = Path.of("trials.csv");
    private static final Path MEASUREMENTS = Path.of("measurements.csv");
    private static final String TRIAL_COLUMNS = "trial_id,batch_size,learning_rate,seed,status";

    private final List<Series> columns;

    private boolean started;

    /** @param columns of every study: the header is written before the later ones are read */
    FlatLayout(List<Series> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public Path folder(Path to, SweepConfig config) {
        return to;
    }

    @Override
    public void add(StagedFolder folder, ExportedStudy study) {
        if (!started) {
            StringBuilder metrics = new StringBuilder();
            columns.forEach(series -> metrics.append(',').append(series.column()));
            append(folder, TRIALS, TRIAL_COLUMNS + ",last_step" + metrics + "\n");
            append(folder, MEASUREMENTS, TRIAL_COLUMNS + ",step" + metrics + "\n");
            started = true;
        }
        for (Trajectory trajectory : study.trials()) {
            StringBuilder lines = new StringBuilder();
            trajectory
                    .measurements()
                    .forEach(measurement -> lines.append(
                            line(trajectory, Long.toString(measurement.step()), Optional.of(measurement))));
            append(folder, MEASUREMENTS, lines.toString());
            List<Measurement> all = trajectory.measurements();
            String lastStep = all.isEmpty() ? "" : Long.toString(trajectory.lastStep());
            Optional<Measurement> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
            append(folder, TRIALS, line(trajectory, lastStep, last));
        }
    }

    private String line(Trajectory trajectory, String step, Optional<Measurement> measurement) {
        StringBuilder line = new StringBuilder(trajectory.trial().id());
        line.append(',').append(trajectory.trial().batchSize());
        line.append(',').append(Decimals.format(trajectory.trial().learningRate()));
        line.append(',').append(trajectory.trial().seed());
        line.append(',').append(trajectory.end().key()).append(',').append(step);
        Map<Series, Double> values = measurement.map(Measurement::values).orElse(Map.of());
        for (Series series : columns) {
            Double value = values.get(series);
            line.append(',').append(value == null ? "" : Decimals.format(value));
        }
        return line.append('\n').toString();
    }

    private static void append(StagedFolder folder, Path file, String text) {
        folder.append(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
