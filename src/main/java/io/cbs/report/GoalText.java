package io.cbs.report;

import io.cbs.fit.Digits;
import io.cbs.fit.GoalBatch;
import io.cbs.fit.GoalDependence;
import io.cbs.fit.GoalLaw;
import java.util.List;
import java.util.Locale;

/** B_crit at several goals, for people. */
final class GoalText {
    private GoalText() {}

    static String of(GoalDependence goals) {
        TextTable table = new TextTable(List.of(false, false, true));
        table.row("goal", "B_crit", "");
        for (GoalBatch at : goals.batches()) {
            int digits = Digits.supported(
                    at.bCrit().value(), at.bCrit().low(), at.bCrit().high());
            table.row(
                    Digits.measured(at.goal()),
                    Digits.of(at.bCrit().value(), digits),
                    "[" + Digits.of(at.bCrit().low(), digits) + ", "
                            + Digits.of(at.bCrit().high(), digits) + "]");
        }
        for (double refused : goals.refusedGoals()) {
            table.row(Digits.measured(refused), "-", "no B_crit at this goal");
        }
        return "B_crit against the goal, " + goals.metric() + ", in " + goals.unit() + "\n" + table.text()
                + goals.law()
                        .map(law -> law(goals, law))
                        .orElse("  a power law needs three goals with a B_crit or more\n")
                + "\n";
    }

    private static String law(GoalDependence goals, GoalLaw law) {
        String exponent = String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", law.slope(), law.slopeLow(), law.slopeHigh());
        String bounds = Digits.of(law.bStar().value(), 2) + " ["
                + Digits.of(law.bStar().low(), 2) + ", " + Digits.of(law.bStar().high(), 2) + "]";
        String alpha = law.grows()
                ? "alpha_B = " + Digits.of(law.alpha(), 2) + " [" + Digits.of(1 / law.slopeHigh(), 2) + ", "
                        + Digits.of(1 / law.slopeLow(), 2) + "]"
                : "that B_crit grows as the goal gets harder is not shown";
        String range = Digits.measured(goals.batches().get(0).goal()) + " to "
                + Digits.measured(
                        goals.batches().get(goals.batches().size() - 1).goal());
        String basis = law.replicates() > 0
                ? law.replicates() + " replicates of the joint runs"
                : "the scatter alone, which takes goals of the same runs for independent";
        return "  B_crit = B_* L^-(1/alpha_B): 1/alpha_B = " + exponent + ", " + alpha + ", B_* = " + bounds
                + "\n  95% intervals from " + basis + "; measured for goals from " + range
                + ", a guess beyond\n";
    }
}
