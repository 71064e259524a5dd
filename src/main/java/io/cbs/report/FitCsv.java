package io.cbs.report;

import io.cbs.fit.CurvePoint;
import io.cbs.fit.FitResult;
import io.cbs.fit.Fitted;
import io.cbs.fit.FittedPoint;
import java.util.List;

/**
 * The points of a fit as CSV with the columns {@code batch,steps,low_steps,high_steps,examples,learning_rate,edge,used,
 * fitted_steps,residual}. Empty cells: steps and what follows from them where the goal was not reached, the learning
 * rate where it is not known, the fitted columns of a refused fit. {@code cbs fit} reads the table back.
 */
public final class FitCsv {
    private static final String HEADER =
            "batch,steps,low_steps,high_steps,examples,learning_rate,edge,used,fitted_steps,residual\n";

    private FitCsv() {}

    public static String of(FitResult result) {
        StringBuilder text = new StringBuilder(HEADER);
        if (result instanceof Fitted fitted) {
            for (FittedPoint at : fitted.points()) {
                append(text, at.point(), number(at.fittedSteps()), number(at.residual()));
            }
        } else {
            for (CurvePoint point : result.curve().points()) {
                append(text, point, "", "");
            }
        }
        return text.toString();
    }

    /** One table of several curves, with their label as first column. */
    static String of(List<FitResult> results) {
        StringBuilder text = new StringBuilder();
        for (FitResult result : results) {
            List<String> lines = of(result).lines().toList();
            if (text.length() == 0) {
                text.append("curve,").append(lines.get(0)).append('\n');
            }
            String label = '"' + result.curve().label().replace("\"", "\"\"") + '"';
            lines.stream()
                    .skip(1)
                    .forEach(line -> text.append(label).append(',').append(line).append('\n'));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, CurvePoint point, String fitted, String residual) {
        List<String> cells = List.of(
                number(point.batch()),
                number(point.steps()),
                number(point.lowSteps()),
                number(point.highSteps()),
                number(point.examples()),
                point.learningRate().isPresent() ? number(point.learningRate().getAsDouble()) : "",
                point.edge().key(),
                String.valueOf(point.usable()),
                fitted,
                residual);
        text.append(String.join(",", cells)).append('\n');
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
