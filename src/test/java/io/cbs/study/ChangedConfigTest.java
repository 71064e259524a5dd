package io.cbs.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.Aggregate;
import io.cbs.config.Goal;
import io.cbs.config.StopConfig.Rule;
import io.cbs.measure.Curve;
import io.cbs.measure.GoalResult;
import io.cbs.measure.StudyResult;
import io.cbs.measure.Sweeps;
import io.cbs.train.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChangedConfigTest {
    private static final List<Double> RATES = List.of(1.0, 2.0, 4.0, 8.0);

    @Test
    void a_study_under_a_changing_config_shows_what_a_complete_run_of_the_last_config_shows() {
        int kept = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Curve curve = curve(seed);
            MemoryStore store = new MemoryStore();
            TreeSet<Double> tried = new TreeSet<>();
            for (int change = 0; change < 4; change++) {
                Sweeps sweep = random(random);
                tried.addAll(sweep.rates());
                int before = store.waves.size();
                StudyResult result = run(sweep, curve, store);
                kept += store.waves.size() == before ? 1 : 0;
                // The learning rates of earlier configs count, for they were tried.
                Sweeps complete = sweep.rates(List.copyOf(tried)).rule(Rule.COMPLETE);
                StudyResult expected = run(complete, curve, new MemoryStore());
                assertThat(bests(result))
                        .as("study %d, change %d", seed, change)
                        .isEqualTo(bests(expected));
                assertThat(result.undecided()).isZero();
            }
        }
        assertThat(kept).as("some changes must run nothing").isGreaterThan(20);
    }

    private static List<String> bests(StudyResult result) {
        List<String> bests = new ArrayList<>();
        for (GoalResult goal : result.goals()) {
            bests.add(goal.best()
                    .map(best -> best.learningRate() + " " + best.steps() + " " + best.bracket() + " "
                            + best.reachedFraction())
                    .orElse("none"));
        }
        return bests;
    }

    private static Sweeps random(Random random) {
        List<Double> rates =
                RATES.stream().filter(rate -> random.nextInt(4) > 0).toList();
        Goal easy = Sweeps.loss(0.3 + 0.4 * random.nextDouble());
        Goal hard = Sweeps.loss(0.1 + 0.3 * random.nextDouble());
        Sweeps sweep = Sweeps.rates(2.0)
                .seeds(1 + random.nextInt(4))
                .growth(1.2)
                .maxSteps(List.of(30L, 60L, 200L).get(random.nextInt(3)))
                .margin(random.nextBoolean() ? 1 : 1.5)
                .rule(random.nextInt(5) == 0 ? Rule.COMPLETE : Rule.RACE)
                .aggregate(random.nextBoolean() ? Aggregate.MEDIAN_OF_CROSSINGS : Aggregate.CROSSING_OF_MEAN);
        sweep = rates.isEmpty() ? sweep : sweep.rates(rates);
        return random.nextBoolean() ? sweep.goals(easy) : sweep.goals(easy, hard);
    }

    private static Curve curve(long study) {
        return (rate, seed, step) -> {
            Random own = new Random(study * 1_000_003 + seed * 1009 + Double.hashCode(rate));
            double speed = 0.01 * Math.pow(10, own.nextDouble());
            double diverges = own.nextDouble() < 0.15 ? 60 * own.nextDouble() : Double.POSITIVE_INFINITY;
            double noise = 0.1 * new Random(study ^ (seed * 7919 + step * 31 + Double.hashCode(rate))).nextDouble();
            boolean blownUp = step >= 1 && step >= diverges;
            return Map.of(Sweeps.LOSS, blownUp ? Double.NaN : Math.exp(-speed * step) + noise);
        };
    }

    private static StudyResult run(Sweeps sweep, Curve curve, MemoryStore store) {
        return new StudyRunner(
                        sweep.config(),
                        b -> new StackSource.Ready(new FakeStacks(curve), 3, Lanes.sequential()),
                        new StopSignal(),
                        StudyListener.SILENT)
                .run(Sweeps.BATCH, store);
    }
}
