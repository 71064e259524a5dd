package io.cbs.measure;

import io.cbs.config.LearningRateSearch;
import io.cbs.measure.Warning.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Says what weakens a study's numbers and what to do about it. */
final class Warnings {
    private Warnings() {}

    /**
     * @param failed trials that failed and whose points may still win
     * @param undecided other trials that are still to run
     */
    static List<Warning> ofStudy(int failed, int undecided) {
        List<Warning> warnings = new ArrayList<>();
        if (failed > 0) {
            warnings.add(new Warning(
                    Kind.FAILED, counted(failed, "trial") + " failed", "see the log, then run the same command again"));
        }
        if (undecided > 0) {
            warnings.add(new Warning(
                    Kind.UNDECIDED,
                    counted(undecided, "trial") + " still to run: the numbers are not final",
                    "run the same command again"));
        }
        return warnings;
    }

    static List<Warning> ofGoal(
            StudyRules rules,
            LearningRateSearch search,
            Optional<GoalResult.Best> best,
            Edge edge,
            List<CurvePoint> curve) {
        List<Warning> warnings = new ArrayList<>();
        if (best.isEmpty()) {
            if (!curve.isEmpty()) {
                warnings.add(notReached(rules, curve));
            }
            return warnings;
        }
        GoalResult.Best winner = best.get();
        if (edge != Edge.NONE) {
            warnings.add(edge(edge, winner, search, curve));
        }
        if (winner.steps() == 0) {
            warnings.add(new Warning(
                    Kind.REACHED_AT_START, "the goal is reached by the initial weights", "choose a harder goal"));
        }
        if (winner.reachedFraction() < 0.5) {
            warnings.add(new Warning(
                    Kind.FEW_SEEDS_REACHED,
                    String.format(
                            Locale.ROOT,
                            "only %.0f%% of the seeds reached the goal at the best learning rate %s",
                            100 * winner.reachedFraction(),
                            number(winner.learningRate())),
                    "choose an easier goal or raise the budget"));
        }
        Resolution.of(winner, curve, rules).ifPresent(warnings::add);
        return warnings;
    }

    private static Warning edge(Edge edge, GoalResult.Best best, LearningRateSearch search, List<CurvePoint> curve) {
        String rate = "best learning rate " + number(best.learningRate());
        if (edge == Edge.STABILITY_EDGE) {
            return new Warning(
                    Kind.STABILITY_EDGE,
                    rate + " is the largest that does not diverge",
                    "try values between it and the next larger one");
        } else if (curve.size() < 2) {
            return new Warning(
                    Kind.GRID_EDGE,
                    rate + " is the only one tried: the number of steps is an upper bound",
                    "give learning_rate a range");
        }
        boolean high = edge == Edge.GRID_EDGE_HIGH;
        String extend = search.extend() == 0 ? "set learning_rate.extend" : "raise learning_rate.extend";
        return new Warning(
                Kind.GRID_EDGE,
                rate + " is the " + (high ? "largest" : "smallest") + " tried: the number of steps is an upper bound",
                "try " + (high ? "larger" : "smaller") + " learning rates, or " + extend);
    }

    private static Warning notReached(StudyRules rules, List<CurvePoint> curve) {
        Map<TrialEnd, Integer> ends = new EnumMap<>(TrialEnd.class);
        curve.forEach(point -> point.ends().forEach((end, count) -> ends.merge(end, count, Integer::sum)));
        StringJoiner counts = new StringJoiner(", ");
        ends.forEach((end, count) -> counts.add(count + " " + end.key()));
        long some = curve.stream()
                .flatMap(point -> point.seeds().stream())
                .filter(seed -> seed.outcome() instanceof Outcome.Reached)
                .count();
        String message = "no learning rate reached the goal by step " + rules.horizon() + " (" + counts + ")"
                + (some == 0 ? "" : ": " + counted(some, "trial") + " did, too few of one learning rate");
        CurvePoint lowest = curve.get(0);
        CurvePoint highest = curve.get(curve.size() - 1);
        String action = lowest.diverged()
                ? "try smaller learning rates"
                : highest.diverged()
                        ? "raise the budget or choose an easier goal"
                        : "try larger learning rates, raise the budget or choose an easier goal";
        return new Warning(Kind.NOT_REACHED, message, action);
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return Math.abs(value) >= 1e-4 || value == 0 ? rounded.toPlainString() : rounded.toString();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
