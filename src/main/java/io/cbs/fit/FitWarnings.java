package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the fit gives cause to say. */
final class FitWarnings {
    private static final double WIDE = 2;

    /** Points without noise have intervals of no width, which every rounding leaves. */
    private static final double NOTABLE = 1.02;

    private FitWarnings() {}

    static List<Warning> of(
            List<CurvePoint> used, Hyperbola fitted, Estimate bCrit, Residuals residuals, LeaveOneOut left) {
        List<Warning> warnings = new ArrayList<>();
        CurvePoint last = used.get(used.size() - 1);
        addPattern(warnings, residuals, last.batch(), Math.log(last.steps() / fitted.steps(last.batch())));
        double smallest = used.get(0).batch();
        double largest = last.batch();
        if (bCrit.value() < smallest || bCrit.value() > largest) {
            warnings.add(new Warning(
                    Warning.Code.OUTSIDE_RANGE,
                    "B_crit = " + Digits.brief(bCrit.value()) + " lies outside the batch sizes in the fit, "
                            + Digits.measured(smallest) + " to " + Digits.measured(largest),
                    bCrit.value() < smallest ? "add smaller batch sizes" : "add larger batch sizes"));
        }
        if (!(bCrit.factor() <= WIDE)) {
            warnings.add(new Warning(
                    Warning.Code.WIDE_INTERVAL,
                    "the interval of B_crit is a factor of " + Digits.of(bCrit.factor(), 2) + " to either side",
                    "add batch sizes around the bend, and seeds"));
        }
        boolean outside = left.low() < bCrit.low() || left.high() > bCrit.high();
        if (outside && left.high() > NOTABLE * left.low()) {
            warnings.add(new Warning(
                    Warning.Code.INFLUENTIAL_BATCH,
                    "without B=" + Digits.measured(left.mostInfluential())
                            + " B_crit would lie outside its interval: leaving out one batch size moves it between "
                            + Digits.brief(left.low()) + " and " + Digits.brief(left.high()),
                    "add batch sizes on both sides of it"));
        }
        return warnings;
    }

    private static void addPattern(
            List<Warning> warnings, Residuals residuals, double largestBatch, double lastResidual) {
        LackOfFit pattern = residuals.lackOfFit();
        if (pattern.verdict() == LackOfFit.Verdict.NONE) {
            return;
        }
        boolean loud = pattern.verdict() == LackOfFit.Verdict.LACK_OF_FIT;
        String where = String.format(
                Locale.ROOT,
                "most at B=%s, where S lies about %s it; at the largest, B=%s, %s it (p = %s, %d runs of sign)",
                Digits.measured(pattern.atBatch()),
                away(pattern.largest()),
                Digits.measured(largestBatch),
                away(lastResidual),
                pattern.pValue() < 1e-4 ? "0.0001 or less" : Digits.of(pattern.pValue(), 2),
                residuals.runs().count());
        warnings.add(
                loud
                        ? new Warning(
                                Warning.Code.LACK_OF_FIT,
                                "the curve is not a hyperbola: the points leave the fit in a pattern, " + where
                                        + "; S_min, E_min and B_crit only label the curve and their intervals do not hold",
                                "read the critical batch size off the measured overheads, and look at the residuals")
                        : new Warning(
                                Warning.Code.SYSTEMATIC_RESIDUALS,
                                "the points leave the fit in a pattern, " + where + "; the intervals take it for noise",
                                "look at the residuals before quoting more than two digits"));
    }

    private static String away(double residual) {
        double part = Math.expm1(residual);
        return String.format(Locale.ROOT, "%.0f%% %s", 100 * Math.abs(part), part < 0 ? "below" : "above");
    }
}
