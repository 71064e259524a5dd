package io.cbs.report;

import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.CurvePoint;
import io.cbs.fit.Digits;
import io.cbs.fit.Fitted;
import io.cbs.fit.NoiseScale;
import java.util.List;

/** The gradient noise scale at the goal beside the critical batch size, for people. */
final class NoiseText {
    private NoiseText() {}

    /** Empty where it was not measured. */
    static String of(CurveAnalysis analysis) {
        List<CurvePoint> measured = analysis.fit().curve().points().stream()
                .filter(point -> point.noiseScale().isPresent())
                .toList();
        if (measured.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable(List.of(false, false, true, false, true));
        table.row("B", "B_simple", "", "/ B_crit", "evaluations");
        for (CurvePoint point : measured) {
            NoiseScale noise = point.noiseScale().orElseThrow();
            String ratio = analysis.fit() instanceof Fitted fitted
                    ? Digits.of(noise.value() / fitted.bCrit().value(), 2)
                    : "-";
            table.row(
                    Digits.measured(point.batch()),
                    Double.isNaN(noise.value()) ? "not resolved" : Digits.of(noise.value(), 3),
                    "[" + Digits.of(noise.low(), 3) + ", " + Digits.of(noise.high(), 3) + "]",
                    ratio,
                    Integer.toString(noise.evaluations()));
        }
        return "Gradient noise scale tr(Sigma)/|G|^2 when the best learning rate reached the goal, in "
                + analysis.fit().curve().unit() + "\n" + table.text() + "\n";
    }
}
