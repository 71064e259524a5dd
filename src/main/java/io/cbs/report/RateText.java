package io.cbs.report;

import io.cbs.fit.Digits;
import io.cbs.fit.ExtraParameter;
import io.cbs.fit.PowerLaw;
import io.cbs.fit.RateLaws;
import io.cbs.fit.Regret;
import io.cbs.fit.SaturationLaw;
import java.util.List;
import java.util.Locale;

/** Laws of the learning rate, for people. */
final class RateText {
    private RateText() {}

    static String of(RateLaws laws) {
        String rate = laws.momentum() > 0 ? "lr/(1 - " + Digits.brief(laws.momentum()) + ")" : "lr";
        StringBuilder text = new StringBuilder("Best learning rate against batch size, rate = " + rate + "\n");
        text.append("  all batch sizes:  ").append(power(laws.everywhere()));
        laws.belowCritical()
                .ifPresent(law -> text.append("  below B_crit:     ").append(power(law)));
        text.append(saturation(laws.saturation()));
        if (!laws.regrets().isEmpty()) {
            text.append("Steps with a rule for the learning rate over steps tuned, from the smallest batch size on\n");
            text.append(regrets(laws.regrets()));
        }
        return text.append('\n').toString();
    }

    private static String power(PowerLaw law) {
        return String.format(Locale.ROOT, "rate ~ B^%.2f  [%.2f, %.2f]", law.exponent(), law.low(), law.high())
                + "  linear scaling " + verdict(law, RateLaws.LINEAR) + ", square-root scaling "
                + verdict(law, RateLaws.SQUARE_ROOT) + "\n";
    }

    private static String verdict(PowerLaw law, double exponent) {
        return law.allows(exponent) ? "not ruled out" : "ruled out";
    }

    private static String saturation(SaturationLaw law) {
        String fixed = Double.isFinite(law.epsMax()) && law.batchNoise() > 0
                ? "rate = " + Digits.of(law.epsMax(), 2) + " / (1 + " + Digits.of(law.batchNoise(), 2) + "/B)"
                : "rate = eps_max / (1 + B_n/B): no end in sight, not fitted";
        return "  saturating:       " + fixed
                + law.exponent().map(RateText::exponent).orElse("") + "\n";
    }

    private static String exponent(ExtraParameter alpha) {
        return "; free power of the bracket " + Digits.of(alpha.value(), 2) + " [" + Digits.of(alpha.low(), 2) + ", "
                + Digits.of(alpha.high(), 2) + "]";
    }

    private static String regrets(List<Regret> regrets) {
        List<Regret> linear = regrets.stream()
                .filter(regret -> regret.exponent() == RateLaws.LINEAR)
                .toList();
        List<Regret> root = regrets.stream()
                .filter(regret -> regret.exponent() == RateLaws.SQUARE_ROOT)
                .toList();
        TextTable table = new TextTable(List.of(false, false, false));
        table.row("B", "linear", "sqrt");
        for (int i = 0; i < linear.size(); i++) {
            table.row(Digits.measured(linear.get(i).batch()), factor(linear.get(i)), factor(root.get(i)));
        }
        return table.text();
    }

    private static String factor(Regret regret) {
        if (Double.isNaN(regret.factor())) {
            return "outside";
        }
        return Double.isInfinite(regret.factor())
                ? "never"
                : (regret.bound() ? "> " : "") + String.format(Locale.ROOT, "%.2f", regret.factor());
    }
}
