package io.cbs.report;

import io.cbs.fit.FitResult;
import java.util.function.Function;

/** The forms in which a fit is printed; the names are those of {@code --format}. */
public enum FitFormat {
    table(FitTable::of),
    json(FitJson::of),
    csv(FitCsv::of);

    private final Function<FitResult, String> printer;

    FitFormat(Function<FitResult, String> printer) {
        this.printer = printer;
    }

    /** The whole text, with a line feed at its end. */
    public String print(FitResult result) {
        return printer.apply(result);
    }
}
