package io.cbs.store.exchange;

import io.cbs.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Streams a {@code measurements.csv}: a header with {@code step} first, then rows of as many cells. */
final class MeasurementTable {
    static final String NAME = "measurements.csv";

    private static final Pattern STEP = Pattern.compile("\\d{1,18}(?:\\.0)?");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf(?:inity)?)");

    private final BoundedLines lines;

    private MeasurementTable(BoundedLines lines) {
        this.lines = lines;
    }

    /** Reads the trial in {@code folder} against every target. */
    static TrialCrossings read(ForeignFiles files, Path folder, List<Target> targets) {
        Path file = folder.resolve(NAME);
        try (InputStream in = files.open(file)) {
            return new MeasurementTable(new BoundedLines(file, in)).crossings(targets);
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        }
    }

    private TrialCrossings crossings(List<Target> targets) throws IOException {
        String[] header =
                lines.next().orElseThrow(() -> lines.problem("no header")).split(",", -1);
        if (!header[0].equals("step")) {
            throw lines.problem("the first column is '" + header[0] + "', not step");
        }
        int[] columns = targets.stream()
                .mapToInt(target -> column(header, target.metric()))
                .toArray();
        TrialCrossings crossings = new TrialCrossings(targets);
        double[] values = new double[columns.length];
        for (String line = lines.next().orElse(null);
                line != null;
                line = lines.next().orElse(null)) {
            String[] cells = line.split(",", -1);
            if (cells.length != header.length) {
                throw lines.problem(cells.length + " cells under a header of " + header.length);
            }
            for (int i = 0; i < columns.length; i++) {
                values[i] = value(cells[columns[i]]);
            }
            crossings.add(step(cells[0]), values);
        }
        if (crossings.isEmpty()) {
            throw lines.problem("no measurements after the header");
        }
        return crossings;
    }

    private int column(String[] header, String metric) {
        int column = Arrays.asList(header).indexOf(metric);
        if (column < 1) {
            throw lines.problem("no column " + metric + "; found " + String.join(", ", header));
        }
        return column;
    }

    private long step(String cell) {
        if (!STEP.matcher(cell).matches()) {
            throw lines.problem("expected a number of steps, found '" + cell + "'");
        }
        return Long.parseLong(cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell);
    }

    /** An empty cell was not measured, which is not-a-number as for pandas, and reaches no goal. */
    private double value(String cell) {
        String text = cell.toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.equals("nan")) {
            return Double.NaN;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw lines.problem("expected a number, found '" + cell + "'");
        }
        if (text.contains("inf")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
