package io.cbs.report;

import io.cbs.fit.CurveAnalysis;
import java.util.function.Function;

/** The forms in which a fit is printed; the names are those of {@code --format}. */
public enum FitFormat {
    table(FitTable::of),
    json(FitJson::of),
    csv(analysis -> FitCsv.of(analysis.fit()));

    private final Function<CurveAnalysis, String> printer;

    FitFormat(Function<CurveAnalysis, String> printer) {
        this.printer = printer;
    }

    /** The whole text, with a line feed at its end. */
    public String print(CurveAnalysis result) {
        return printer.apply(result);
    }
}
