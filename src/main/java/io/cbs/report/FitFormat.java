package io.cbs.report;

import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.GoalDependence;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which a fit is printed; the names are those of {@code --format}. */
public enum FitFormat {
    table(FitTable::of, GoalText::of),
    json(FitJson::of, GoalJson::of),
    csv(analysis -> FitCsv.of(analysis.fit()), goals -> "");

    private final Function<CurveAnalysis, String> printer;
    private final Function<GoalDependence, String> goalPrinter;

    FitFormat(Function<CurveAnalysis, String> printer, Function<GoalDependence, String> goalPrinter) {
        this.printer = printer;
        this.goalPrinter = goalPrinter;
    }

    /**
     * Everything that was read from one source: one text, one JSON document or one CSV table. As JSON a single curve is
     * its own document; several are the {@code curves} of one, with {@code goals} beside them. As CSV several curves have
     * their label as first column.
     */
    public String print(List<CurveAnalysis> curves, List<GoalDependence> goals) {
        if (curves.size() == 1 && goals.isEmpty()) {
            return print(curves.get(0));
        }
        return switch (this) {
            case table ->
                curves.stream().map(this::print).collect(Collectors.joining("\n"))
                        + goals.stream().map(this::print).collect(Collectors.joining());
            case json -> FitJson.of(curves, goals);
            case csv -> FitCsv.of(curves.stream().map(CurveAnalysis::fit).toList());
        };
    }

    /** The whole text, with a line feed at its end. */
    public String print(CurveAnalysis result) {
        return printer.apply(result);
    }

    /** What several goals of one sweep show together; nothing as CSV. */
    public String print(GoalDependence goals) {
        return goalPrinter.apply(goals);
    }
}
