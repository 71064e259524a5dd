package io.cbs.fit;

import io.cbs.config.Aggregate;
import io.cbs.config.SweepConfig;
import io.cbs.measure.GoalResult;
import io.cbs.measure.Outcome;
import java.util.List;

/** What every seed of a study shows for one goal, as ranges of steps. */
final class TriedRates {
    private TriedRates() {}

    /**
     * Empty with the crossing of the mean, where no seed has steps of its own. A learning rate of which every trial
     * failed is as good as not tried; it keeps its place, so that places agree between goals.
     */
    static List<TriedRate> of(SweepConfig config, GoalResult result) {
        if (config.aggregate() == Aggregate.CROSSING_OF_MEAN) {
            return List.of();
        }
        return result.curve().stream()
                .filter(point -> !point.seeds().isEmpty())
                .map(point -> new TriedRate(
                        point.learningRate(),
                        point.seeds().stream()
                                .map(seed -> point.failed() ? SeedRange.never() : range(seed.outcome()))
                                .toList()))
                .toList();
    }

    private static SeedRange range(Outcome outcome) {
        if (outcome instanceof Outcome.Reached reached) {
            return SeedRange.reached(reached.step());
        } else if (outcome instanceof Outcome.Diverged) {
            return SeedRange.never();
        } else if (outcome instanceof Outcome.Censored censored) {
            return switch (censored.reason()) {
                case NOT_REACHED, STALLED -> SeedRange.never();
                case BEATEN, POINT_REACHED, UNDECIDED -> SeedRange.censored(censored.atLeast());
            };
        }
        return SeedRange.censored(0);
    }
}
