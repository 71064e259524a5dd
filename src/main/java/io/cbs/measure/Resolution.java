package io.cbs.measure;

import io.cbs.config.Aggregate;
import io.cbs.measure.Warning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the search is fine enough, and the seeds many enough, to tell the best learning rate from its neighbours. */
final class Resolution {
    private Resolution() {}

    /** A warning where the best point cannot be told from a neighbour, or where it stands alone within the margin. */
    static Optional<Warning> of(GoalResult.Best best, List<CurvePoint> curve, StudyRules rules) {
        double spread = spread(best.seeds());
        if (rules.aggregate() == Aggregate.CROSSING_OF_MEAN) {
            spread /= Math.sqrt(best.seeds().size()); // the mean is known better than one seed
        }
        List<CurvePoint> neighbours = neighbours(best, curve);
        for (CurvePoint neighbour : neighbours) {
            double lead = neighbour.steps().orElse(Double.POSITIVE_INFINITY) - best.steps();
            if (lead == 0 || lead < spread) {
                return Optional.of(new Warning(
                        Kind.NOT_RESOLVED,
                        String.format(
                                Locale.ROOT,
                                "learning rate not resolved: %s leads %s by %s steps, and seeds differ by %s",
                                Warnings.number(best.learningRate()),
                                Warnings.number(neighbour.learningRate()),
                                Warnings.number(lead),
                                Warnings.number(spread)),
                        "more seeds tell them apart; the number of steps is hardly affected"));
            }
        }
        boolean alone = neighbours.stream()
                .noneMatch(neighbour -> neighbour.steps().orElse(Double.POSITIVE_INFINITY)
                        <= rules.stop().margin() * best.steps());
        if (alone && !neighbours.isEmpty()) {
            return Optional.of(new Warning(
                    Kind.COARSE_SEARCH,
                    "no neighbour of the best learning rate " + Warnings.number(best.learningRate()) + " comes within "
                            + Warnings.number(rules.stop().margin()) + " times its steps",
                    "try more learning rates per decade"));
        }
        return Optional.empty();
    }

    private static List<CurvePoint> neighbours(GoalResult.Best best, List<CurvePoint> curve) {
        List<CurvePoint> neighbours = new ArrayList<>();
        for (int i = 0; i + 1 < curve.size(); i++) {
            if (curve.get(i).learningRate() == best.learningRate()) {
                neighbours.add(curve.get(i + 1));
            } else if (curve.get(i + 1).learningRate() == best.learningRate()) {
                neighbours.add(curve.get(i));
            }
        }
        return neighbours;
    }

    /** Standard deviation of the seeds' own steps to the goal; 0 where fewer than two reached. */
    private static double spread(List<SeedOutcome> seeds) {
        double[] steps = seeds.stream()
                .filter(seed -> seed.outcome() instanceof Outcome.Reached)
                .mapToDouble(seed -> ((Outcome.Reached) seed.outcome()).step())
                .toArray();
        if (steps.length < 2) {
            return 0;
        }
        double mean = 0;
        for (double step : steps) {
            mean += step / steps.length;
        }
        double squares = 0;
        for (double step : steps) {
            squares += (step - mean) * (step - mean);
        }
        return Math.sqrt(squares / (steps.length - 1));
    }
}
