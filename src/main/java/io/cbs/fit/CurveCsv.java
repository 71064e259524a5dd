package io.cbs.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads steps measured elsewhere: a table with a header and the columns {@code batch} (or {@code batch_size}) and
 * {@code steps}, and if wanted {@code weight} and {@code seed}; others are ignored. Several rows of one batch size are
 * its seeds, and their median counts. An empty or infinite number of steps is a run that did not reach the goal.
 */
public final class CurveCsv {
    private final String file;
    private final List<CsvProblem> problems = new ArrayList<>();
    private final Map<Double, List<Row>> rows = new TreeMap<>();
    private final Set<List<Object>> seeds = new HashSet<>();

    private CurveCsv(String file) {
        this.file = file;
    }

    /**
     * @param file its name in messages, and the curve's label
     * @param unit what its batch sizes count
     * @throws CsvException with every problem found
     */
    public static Curve parse(String file, String text, String unit) throws CsvException {
        CurveCsv reader = new CurveCsv(file);
        reader.readAll(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!reader.problems.isEmpty()) {
            throw new CsvException(reader.problems);
        }
        List<CurvePoint> points = new ArrayList<>();
        reader.rows.forEach((batch, of) -> points.add(point(batch, of)));
        return Curve.of(file, unit, points);
    }

    private void readAll(String text) {
        List<CsvLine> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(CsvLine.parse(lines.size() + 1, line));
        }
        List<CsvLine> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        if (filled.isEmpty()) {
            problem(1, 1, "empty file; expected a header with the columns batch and steps");
            return;
        }
        Map<String, Integer> columns = columns(filled.get(0));
        if (!problems.isEmpty()) {
            return;
        }
        filled.stream().skip(1).forEach(line -> readRow(line, columns));
        if (filled.size() == 1) {
            problem(filled.get(0).number(), 1, "no rows after the header");
        }
    }

    private Map<String, Integer> columns(CsvLine header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            CsvLine.Cell cell = header.cell(i);
            String name = cell.text().toLowerCase(Locale.ROOT);
            String known = name.equals("batch_size") ? "batch" : name;
            if (Set.of("batch", "steps", "weight", "seed").contains(known) && columns.putIfAbsent(known, i) != null) {
                problem(header.number(), cell.column(), "second column for " + known + ": " + cell.text());
            }
        }
        List<String> found = header.cells().stream().map(CsvLine.Cell::text).toList();
        for (String needed : List.of("batch", "steps")) {
            if (!columns.containsKey(needed)) {
                problem(header.number(), 1, "no column " + needed + "; found " + String.join(", ", found));
            }
        }
        return columns;
    }

    private void readRow(CsvLine line, Map<String, Integer> columns) {
        if (!line.closed()) {
            problem(line.number(), 1, "a quote is not closed on this line");
            return;
        }
        CsvLine.Cell batchCell = line.cell(columns.get("batch"));
        CsvLine.Cell stepsCell = line.cell(columns.get("steps"));
        Optional<Double> batch = positive(line, batchCell, "batch size", false);
        Optional<Double> steps = stepsCell.text().isEmpty()
                ? Optional.of(Double.POSITIVE_INFINITY)
                : positive(line, stepsCell, "number of steps", true);
        OptionalDouble weight = OptionalDouble.empty();
        if (columns.containsKey("weight")) {
            Optional<Double> given = positive(line, line.cell(columns.get("weight")), "weight", false);
            weight = given.isPresent() ? OptionalDouble.of(given.get()) : OptionalDouble.empty();
        }
        if (batch.isEmpty() || steps.isEmpty()) {
            return;
        }
        List<Row> of = rows.computeIfAbsent(batch.get(), any -> new ArrayList<>());
        if (!of.isEmpty() && weight.isPresent() && !of.get(0).weight().equals(weight)) {
            problem(
                    line.number(),
                    line.cell(columns.get("weight")).column(),
                    "weight differs from line " + of.get(0).line() + ", which has the same batch size");
        }
        if (columns.containsKey("seed")) {
            CsvLine.Cell seed = line.cell(columns.get("seed"));
            if (!seeds.add(List.of(batch.get(), seed.text()))) {
                problem(
                        line.number(),
                        seed.column(),
                        "seed '" + seed.text() + "' given twice for batch size " + batchCell.text());
            }
        }
        of.add(new Row(line.number(), steps.get(), weight));
    }

    private Optional<Double> positive(CsvLine line, CsvLine.Cell cell, String what, boolean infinite) {
        String text = cell.text().toLowerCase(Locale.ROOT);
        if (infinite && text.matches("\\+?inf(inity)?")) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        // the pattern keeps out what Java would read besides decimals: NaN, Infinity, 0x1p3, 1d
        if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return Optional.of(value);
            }
        }
        problem(line.number(), cell.column(), "expected a positive " + what + ", found '" + cell.text() + "'");
        return Optional.empty();
    }

    private void problem(int line, int column, String message) {
        problems.add(new CsvProblem(file, line, column, message));
    }

    private static CurvePoint point(double batch, List<Row> rows) {
        OptionalDouble weight = rows.get(0).weight();
        CurvePoint point = rows.size() == 1
                ? CurvePoint.measured(batch, rows.get(0).steps())
                : CurvePoint.ofSeeds(batch, rows.stream().map(Row::steps).toList());
        return weight.isPresent() ? point.withWeight(weight.getAsDouble()) : point;
    }

    private record Row(int line, double steps, OptionalDouble weight) {}
}
