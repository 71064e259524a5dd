package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.Aggregate;
import io.cbs.config.SweepConfig;
import io.cbs.measure.GoalResult;
import io.cbs.measure.Outcome;
import io.cbs.measure.SeedOutcome;
import io.cbs.measure.Sweeps;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TriedRatesTest {
    private static final SweepConfig CONFIG = Sweeps.rates(0.1).config();

    @Test
    void aStoppedSeedIsAtLeastWhatItRanAndOneThatUsedItsBudgetOrDivergedNeverReaches() {
        List<TriedRate> tried = TriedRates.of(
                CONFIG,
                result(
                        new Outcome.Reached(30, 29),
                        new Outcome.Censored(38, Outcome.Reason.BEATEN),
                        new Outcome.Censored(40, Outcome.Reason.NOT_REACHED),
                        new Outcome.Censored(40, Outcome.Reason.STALLED),
                        new Outcome.Diverged(12),
                        new Outcome.Failed("out of memory")));

        assertThat(tried).hasSize(1);
        assertThat(tried.get(0).seeds())
                .containsExactly(
                        SeedRange.reached(30),
                        SeedRange.censored(38),
                        SeedRange.never(),
                        SeedRange.never(),
                        SeedRange.never(),
                        SeedRange.censored(0));
    }

    @Test
    void aLearningRateOfWhichEveryTrialFailedKeepsItsPlaceAndCannotWin() {
        List<TriedRate> tried = TriedRates.of(CONFIG, result(new Outcome.Failed("no device")));

        assertThat(tried.get(0).seeds()).containsExactly(SeedRange.never());
    }

    @Test
    void theCrossingOfTheMeanLeavesNoStepsOfASeed() {
        SweepConfig mean =
                Sweeps.rates(0.1).aggregate(Aggregate.CROSSING_OF_MEAN).config();

        assertThat(TriedRates.of(mean, result(new Outcome.Reached(30, 29)))).isEmpty();
    }

    private static GoalResult result(Outcome... outcomes) {
        List<SeedOutcome> seeds = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            seeds.add(new SeedOutcome(new Trial("t" + seeds.size(), 8, 0.1, seeds.size()), outcome));
        }
        io.cbs.measure.CurvePoint point =
                new io.cbs.measure.CurvePoint(0.1, OptionalDouble.of(30), 30, 1, seeds, Map.of());
        return new GoalResult(Sweeps.loss(0.5), Optional.empty(), io.cbs.measure.Edge.NONE, List.of(point), List.of());
    }
}
