package io.cbs.report;

import io.cbs.fit.Bound;
import io.cbs.fit.CriticalBatch;
import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.CurvePoint;
import io.cbs.fit.Digits;
import io.cbs.fit.Edge;
import io.cbs.fit.Estimate;
import io.cbs.fit.FitResult;
import io.cbs.fit.Fitted;
import io.cbs.fit.FittedPoint;
import io.cbs.fit.LackOfFit;
import io.cbs.fit.Refused;
import io.cbs.fit.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fit for people: the curve, the three parameters, the critical batch size by definition, what to beware of. */
public final class FitTable {
    private FitTable() {}

    public static String of(CurveAnalysis analysis) {
        FitResult result = analysis.fit();
        String head =
                result.curve().label() + " (batch sizes in " + result.curve().unit() + ")\n\n";
        String body = result instanceof Fitted fitted ? fitted(fitted) : refused((Refused) result);
        return head + body + AnalysisText.of(analysis) + warnings(analysis.warnings());
    }

    private static String fitted(Fitted fit) {
        String unit = fit.curve().unit();
        String pattern = fit.residuals().lackOfFit().verdict() == LackOfFit.Verdict.LACK_OF_FIT
                ? "LACK OF FIT: these points do not lie on a hyperbola; see the warnings.\n"
                : "";
        TextTable parameters = new TextTable(List.of(true, false, true, true, true));
        parameters.row(
                "S_min", value(fit.sMin()), interval(fit.sMin()), error(fit.sMin()), "steps, however large the batch");
        parameters.row(
                "E_min",
                value(fit.eMin()),
                interval(fit.eMin()),
                error(fit.eMin()),
                unit + ", however small the batch");
        parameters.row(
                "B_crit", value(fit.bCrit()), interval(fit.bCrit()), error(fit.bCrit()), unit + ", E_min / S_min");
        return curve(fit) + "\n" + pattern + "S(B) = S_min + E_min / B, 95% intervals ("
                + fit.intervals().method().key() + "), standard errors of the scatter\n"
                + parameters.text() + "\n" + "Critical batch size by definition, in " + unit + "\n" + critical(fit)
                + "\n";
    }

    private static String curve(Fitted fit) {
        TextTable table = new TextTable(List.of(false, false, false, false, false, false, false, true));
        table.row("B", "S", "lr", "E=B*S", "E/E_min-1", "fitted S", "S/fit-1", "notes");
        for (FittedPoint at : fit.points()) {
            CurvePoint point = at.point();
            boolean measured = !Double.isNaN(at.residual());
            table.row(
                    Digits.measured(point.batch()),
                    measured ? Digits.measured(point.steps()) : "-",
                    rate(point),
                    measured ? Digits.of(point.examples(), 4) : "-",
                    measured ? percent(point.examples() / fit.eMin().value() - 1) : "-",
                    Digits.of(
                            at.fittedSteps(),
                            Digits.supported(
                                    fit.sMin().value(),
                                    fit.sMin().low(),
                                    fit.sMin().high())),
                    measured ? percent(Math.expm1(at.residual())) : "-",
                    notes(point, at.used()));
        }
        return table.text();
    }

    private static String refused(Refused refused) {
        TextTable table = new TextTable(List.of(false, false, false, false, true));
        table.row("B", "S", "lr", "E=B*S", "notes");
        for (CurvePoint point : refused.curve().points()) {
            boolean reached = point.reached();
            table.row(
                    Digits.measured(point.batch()),
                    reached ? Digits.measured(point.steps()) : "-",
                    rate(point),
                    reached ? Digits.of(point.examples(), 4) : "-",
                    notes(point, point.usable()));
        }
        return table.text() + "\nNo critical batch size: " + refused.message() + "\n" + bound(refused.bound())
                + "  next: " + refused.nextAction() + "\n\n";
    }

    private static String bound(Bound bound) {
        if (!bound.isKnown()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (bound.low() > 0) {
            parts.add("greater than about " + Digits.of(bound.low(), 2));
        }
        if (Double.isFinite(bound.high())) {
            parts.add("less than about " + Digits.of(bound.high(), 2));
        }
        return "  B_crit is " + String.join(" and ", parts) + "\n";
    }

    private static String critical(Fitted fit) {
        TextTable table = new TextTable(List.of(false, true, true));
        for (CriticalBatch critical : fit.critical()) {
            int digits = Digits.supported(critical.value(), critical.low(), critical.high());
            table.row(
                    Digits.of(critical.value(), digits),
                    interval(critical.low(), critical.high(), digits),
                    words(critical));
        }
        return table.text();
    }

    private static String words(CriticalBatch critical) {
        String more = Digits.brief(100 * critical.overhead().orElse(0)) + "% more examples than ";
        String reference = Digits.measured(critical.referenceBatch().orElse(0));
        return switch (critical.definition()) {
            case E_MIN_OVER_S_MIN -> "B_crit = E_min / S_min: twice the least steps and twice the least examples";
            case OVERHEAD_OVER_E_MIN -> more + "E_min";
            case OVERHEAD_OVER_SMALLEST_BATCH -> more + "at B=" + reference + ", the smallest in the fit";
            case OVERHEAD_OVER_REFERENCE_BATCH -> more + "at B=" + reference + ", the declared reference";
        };
    }

    private static String warnings(List<Warning> warnings) {
        StringBuilder text = new StringBuilder();
        for (Warning warning : warnings) {
            text.append("warning ").append(warning.code().key()).append(": ").append(warning.message());
            text.append("\n  next: ").append(warning.nextAction()).append('\n');
        }
        return text.toString();
    }

    private static String rate(CurvePoint point) {
        return point.learningRate().isPresent()
                ? Digits.brief(point.learningRate().getAsDouble())
                : "-";
    }

    private static String notes(CurvePoint point, boolean used) {
        List<String> notes = new ArrayList<>();
        if (!point.reached()) {
            notes.add("not reached");
        } else if (point.edge() != Edge.NONE) {
            notes.add(point.edge().key());
        }
        if (point.reached() && point.reachedSeeds() < point.seedSteps().size()) {
            notes.add(point.reachedSeeds() + "/" + point.seedSteps().size() + " seeds");
        }
        if (!used) {
            notes.add("not in the fit");
        }
        return String.join(", ", notes);
    }

    private static String error(Estimate estimate) {
        return "se " + Digits.of(100 * estimate.logStandardError(), 2) + "%";
    }

    private static String value(Estimate estimate) {
        return Digits.of(estimate.value(), digits(estimate));
    }

    private static String interval(Estimate estimate) {
        return interval(estimate.low(), estimate.high(), digits(estimate));
    }

    private static int digits(Estimate estimate) {
        return Digits.supported(estimate.value(), estimate.low(), estimate.high());
    }

    private static String interval(double low, double high, int digits) {
        return "[" + Digits.of(low, digits) + ", " + Digits.of(high, digits) + "]";
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%+.1f%%", 100 * part);
    }
}
