package io.cbs.report;

import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.GoalDependence;
import java.util.function.Function;

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

    /** The whole text, with a line feed at its end. */
    public String print(CurveAnalysis result) {
        return printer.apply(result);
    }

    /** What several goals of one sweep show together; nothing as CSV. */
    public String print(GoalDependence goals) {
        return goalPrinter.apply(goals);
    }
}
