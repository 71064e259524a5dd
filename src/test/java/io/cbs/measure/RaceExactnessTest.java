package io.cbs.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.Aggregate;
import io.cbs.config.StopConfig.Rule;
import io.cbs.config.SweepConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaceExactnessTest {
    private static final int STUDIES = 500;

    @Test
    void the_race_finds_the_winner_that_whole_curves_show_and_its_steps_for_every_goal() {
        int reached = 0;
        int beaten = 0;
        for (int seed = 0; seed < STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            StudyResult result = RaceDriver.result(study.sweep.config(), study);
            assertThat(result.undecided()).as("study %d", seed).isZero();
            beaten += result.ends().getOrDefault(TrialEnd.BEATEN, 0);
            for (GoalResult goal : result.goals()) {
                Oracle oracle = Oracle.best(study.sweep, goal.goal(), study);
                assertThat(goal.best().map(GoalResult.Best::steps).orElse(Double.POSITIVE_INFINITY))
                        .as("study %d, %s", seed, goal.goal())
                        .isEqualTo(oracle.steps());
                if (goal.best().isPresent()) {
                    reached++;
                    assertThat(goal.best().get().learningRate())
                            .as("study %d", seed)
                            .isEqualTo(oracle.learningRate());
                    assertThat(goal.best().get().reachedFraction())
                            .as("study %d", seed)
                            .isEqualTo(oracle.fraction());
                }
            }
        }
        assertThat(reached).as("the curves must let points win").isGreaterThan(STUDIES / 2);
        assertThat(beaten).as("the race must stop trials").isGreaterThan(STUDIES);
    }

    @Test
    void the_race_and_the_complete_rule_agree_on_the_best_point_with_all_its_seeds() {
        for (int seed = 0; seed < STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            List<Trajectory> raced = RaceDriver.run(study.sweep.config(), study);
            SweepConfig complete = study.sweep.rule(Rule.COMPLETE).config();
            List<Trajectory> all = RaceDriver.run(complete, study);
            List<Optional<GoalResult.Best>> expected = bests(complete, all);
            List<Optional<GoalResult.Best>> actual = bests(study.sweep.config(), raced);
            if (study.sweep.aggregate() == Aggregate.MEDIAN_OF_CROSSINGS) {
                assertThat(actual).as("study %d", seed).isEqualTo(expected);
            } else {
                assertThat(actual.stream().map(b -> b.map(GoalResult.Best::bracket)))
                        .as("study %d", seed)
                        .containsExactlyElementsOf(expected.stream()
                                .map(b -> b.map(GoalResult.Best::bracket))
                                .toList());
            }
            assertThat(raced.stream().mapToLong(Trajectory::lastStep).sum())
                    .isLessThanOrEqualTo(
                            all.stream().mapToLong(Trajectory::lastStep).sum());
        }
    }

    @Test
    void every_published_number_of_the_curve_is_the_one_that_whole_curves_show() {
        for (int seed = 0; seed < STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            StudyResult result = RaceDriver.result(study.sweep.config(), study);
            for (GoalResult goal : result.goals()) {
                for (CurvePoint point : goal.curve()) {
                    Sweeps alone = study.sweep.rates(List.of(point.learningRate()));
                    double truth = Oracle.best(alone, goal.goal(), study).steps();
                    if (point.steps().isPresent()) {
                        assertThat(point.steps().getAsDouble()).isEqualTo(truth);
                    }
                    assertThat(point.atLeast()).as("study %d", seed).isLessThanOrEqualTo(truth);
                }
            }
        }
    }

    private static List<Optional<GoalResult.Best>> bests(SweepConfig config, List<Trajectory> trajectories) {
        return StudyAnalysis.analyse(config, Sweeps.BATCH, trajectories).goals().stream()
                .map(GoalResult::best)
                .toList();
    }
}
