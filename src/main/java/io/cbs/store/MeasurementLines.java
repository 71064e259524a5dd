package io.cbs.store;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of {@code measurements.csv}: a header, then one line per measurement, ascending in step. The first column is
 * {@code step}; the others are the measured series, held-out before train and in the order of {@link Metric}.
 */
final class MeasurementLines {
    private static final String STEP = "step";

    private MeasurementLines() {}

    /** The columns after {@code step}. */
    static List<Series> columns(Measurement measurement) {
        return measurement.values().keySet().stream()
                .sorted(Comparator.comparing(Series::on).thenComparing(Series::metric))
                .toList();
    }

    static String header(List<Series> columns) {
        StringBuilder line = new StringBuilder(STEP);
        columns.forEach(column -> line.append(',').append(column.column()));
        return line.append('\n').toString();
    }

    static String line(List<Series> columns, Measurement measurement) {
        if (measurement.step() < 0 || measurement.values().size() != columns.size()) {
            throw new IllegalArgumentException("every measurement of a trial has the same series: " + measurement);
        }
        StringBuilder line = new StringBuilder(Long.toString(measurement.step()));
        for (Series column : columns) {
            Double value = measurement.values().get(column);
            if (value == null) {
                throw new IllegalArgumentException("no " + column.column() + " in " + measurement);
            }
            line.append(',').append(Decimals.format(value));
        }
        return line.append('\n').toString();
    }

    /** The whole file. Without measurements there is only the step column. */
    static byte[] encode(List<Measurement> measurements) {
        List<Series> columns = measurements.isEmpty() ? List.of() : columns(measurements.get(0));
        StringBuilder text = new StringBuilder(header(columns));
        long last = -1;
        for (Measurement measurement : measurements) {
            text.append(line(columns, measurement));
            if (measurement.step() <= last) {
                throw new IllegalArgumentException("measurements not ascending at step " + measurement.step());
            }
            last = measurement.step();
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The good lines from the start of a file that may be torn: reading stops before the first line that is incomplete
     * or cannot be read. Never throws.
     */
    static List<Measurement> prefix(byte[] content) {
        return read(content).measurements();
    }

    /** All lines of a whole file. */
    static List<Measurement> decode(byte[] content) throws UnusableRecordException {
        Lines lines = read(content);
        if (lines.length() != content.length || lines.length() == 0) {
            throw new UnusableRecordException(Names.MEASUREMENTS + " cannot be read beyond its first "
                    + lines.measurements().size() + " measurements");
        }
        return lines.measurements();
    }

    private record Lines(List<Measurement> measurements, int length) {}

    private static Lines read(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        Optional<List<Series>> columns = end < 0 ? Optional.empty() : columns(text.substring(0, end));
        List<Measurement> measurements = new ArrayList<>();
        if (columns.isEmpty()) {
            return new Lines(measurements, 0);
        }
        int start = end + 1;
        long last = -1;
        while ((end = text.indexOf('\n', start)) >= 0) {
            Optional<Measurement> measurement = measurement(columns.get(), text.substring(start, end));
            if (measurement.isEmpty() || measurement.get().step() <= last) {
                break;
            }
            last = measurement.get().step();
            measurements.add(measurement.get());
            start = end + 1;
        }
        return new Lines(measurements, start);
    }

    private static Optional<List<Series>> columns(String header) {
        String[] names = header.split(",", -1);
        if (!names[0].equals(STEP)) {
            return Optional.empty();
        }
        List<Series> columns = new ArrayList<>();
        for (int i = 1; i < names.length; i++) {
            Optional<Series> column = series(names[i]);
            if (column.isEmpty() || columns.contains(column.get())) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return Optional.of(columns);
    }

    private static Optional<Series> series(String name) {
        for (EvaluationSet on : EvaluationSet.values()) {
            for (Metric metric : Metric.values()) {
                Series series = new Series(on, metric);
                if (series.column().equals(name)) {
                    return Optional.of(series);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Measurement> measurement(List<Series> columns, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size() + 1) {
            return Optional.empty();
        }
        try {
            Map<Series, Double> values = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), Decimals.parse(cells[i + 1]));
            }
            return Optional.of(new Measurement(Long.parseLong(cells[0]), values));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
