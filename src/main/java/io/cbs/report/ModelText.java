package io.cbs.report;

import io.cbs.fit.Digits;
import io.cbs.fit.ExtraParameter;
import io.cbs.fit.ModelComparison;
import io.cbs.fit.ModelFit;
import java.util.List;
import java.util.Locale;

/** Models beside each other, for people. */
final class ModelText {
    private ModelText() {}

    static String of(ModelComparison models) {
        TextTable table = new TextTable(List.of(true, false, false, false, true));
        table.row("S(B)", "rmse", "AICc", "runs", "");
        for (ModelFit fit : models.table()) {
            table.row(
                    fit.model().formula(),
                    String.format(Locale.ROOT, "%.1f%%", 100 * fit.rmse()),
                    Double.isFinite(fit.aicc()) ? "+" + Digits.of(models.above(fit), 2) : "-",
                    String.valueOf(fit.runs().count()),
                    fit == models.best() ? "best" : "");
        }
        String exponent = models.exponent()
                .map(alpha -> "  alpha = " + text(alpha) + (alpha.needed() ? ", not 1" : ", 1 not ruled out") + " (p = "
                        + Digits.of(alpha.pValue(), 2) + ")\n")
                .orElse("  alpha and B_min need six batch sizes or more: not fitted\n");
        String smallest = models.smallestBatch()
                .map(batch -> batch.needed()
                        ? "  B_min = " + text(batch) + " (p = " + Digits.of(batch.pValue(), 2) + ")\n"
                        : "  B_min: none seen, less than " + Digits.of(batch.high(), 2) + "\n")
                .orElse("");
        return "Models of S(B): residual, AICc above the best, runs of sign\n" + table.text() + exponent + smallest
                + "  fewest examples at B=" + Digits.measured(models.fewestExamples())
                + (models.uShaped() ? ", rising towards smaller batch sizes: U-shape" : "") + "\n\n";
    }

    private static String text(ExtraParameter parameter) {
        return Digits.of(parameter.value(), 3) + " [" + Digits.of(parameter.low(), 3) + ", "
                + Digits.of(parameter.high(), 3) + "]";
    }
}
