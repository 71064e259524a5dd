package io.cbs.report;

import io.cbs.fit.Digits;
import io.cbs.fit.EmpiricalBatch;
import io.cbs.fit.Estimate;
import io.cbs.fit.RegimeSlope;
import io.cbs.fit.Regimes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Local slopes, regimes and critical batch sizes without a model, for people. */
final class RegimeText {
    private RegimeText() {}

    static String of(Regimes regimes) {
        if (regimes.slopes().isEmpty()) {
            return "";
        }
        TextTable slopes = new TextTable(List.of(false, false, true, true));
        for (RegimeSlope slope : regimes.slopes()) {
            slopes.row(
                    Digits.measured(slope.lowBatch()) + " to " + Digits.measured(slope.highBatch()),
                    number(slope.value()),
                    Double.isFinite(slope.low()) ? "[" + number(slope.low()) + ", " + number(slope.high()) + "]" : "",
                    slope.regime().key().replace('-', ' ') + (slope.decided() ? "" : ", undecided"));
        }
        TextTable table = new TextTable(List.of(false, true, true));
        for (EmpiricalBatch batch : regimes.empirical()) {
            table.row(
                    value(
                            batch,
                            regimes.slopes().get(regimes.slopes().size() - 1).highBatch()),
                    interval(batch),
                    Digits.brief(100 * batch.overhead()) + "% more examples than at B="
                            + Digits.measured(batch.referenceBatch()) + ", the smallest in the fit");
        }
        return "Slope of ln S against ln B between measured batch sizes (-1: perfect scaling, 0: no gain)\n"
                + slopes.text() + changes(regimes) + "\nCritical batch size without a model, interpolated\n"
                + table.text() + "\n";
    }

    private static String changes(Regimes regimes) {
        return line("perfect scaling up to ", regimes.perfectUpTo(), regimes.fittedPerfectUpTo())
                + line("maximal parallelism from ", regimes.maximalFrom(), regimes.fittedMaximalFrom());
    }

    private static String line(String words, OptionalDouble measured, Optional<Estimate> fitted) {
        String seen = measured.isPresent() ? "B=" + Digits.measured(measured.getAsDouble()) : "none measured";
        String curve = fitted.map(at -> "; by the fitted curve " + Digits.of(at.value(), digits(at)) + " ["
                        + Digits.of(at.low(), digits(at)) + ", " + Digits.of(at.high(), digits(at)) + "]")
                .orElse("");
        return "  " + words + seen + curve + "\n";
    }

    private static int digits(Estimate at) {
        return Digits.supported(at.value(), at.low(), at.high());
    }

    private static String value(EmpiricalBatch batch, double largest) {
        return Double.isFinite(batch.value())
                ? Digits.of(batch.value(), Digits.supported(batch.value(), batch.low(), batch.high()))
                : "> " + Digits.measured(largest);
    }

    private static String interval(EmpiricalBatch batch) {
        if (!(batch.low() > 0)) {
            return "";
        }
        return "[" + Digits.of(batch.low(), 3) + ", " + Digits.of(batch.high(), 3) + "]";
    }

    private static String number(double slope) {
        return String.format(Locale.ROOT, "%.2f", slope);
    }
}
