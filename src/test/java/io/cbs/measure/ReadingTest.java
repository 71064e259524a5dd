package io.cbs.measure;

import static io.cbs.measure.Sweeps.ERROR;
import static io.cbs.measure.Sweeps.LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.config.Aggregate;
import io.cbs.plan.Planner;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final double NAN = Double.NaN;
    private final Sweeps sweep = Sweeps.rates(0.1);

    @Test
    void the_crossing_is_the_first_evaluation_at_or_below_the_goal_with_the_one_before_it() {
        assertThat(outcome(sweep, TrialEnd.REACHED, 1, 0.6, 0.51, 0.4)).isEqualTo(new Outcome.Reached(3, 2));
    }

    @Test
    void a_value_equal_to_the_goal_reaches_it() {
        assertThat(outcome(sweep, TrialEnd.REACHED, 1, 0.5)).isEqualTo(new Outcome.Reached(1, 0));
    }

    @Test
    void a_goal_met_by_the_initial_weights_is_reached_at_step_0() {
        assertThat(outcome(sweep, TrialEnd.REACHED, 0.5)).isEqualTo(new Outcome.Reached(0, 0));
    }

    @Test
    void NaN_never_reaches_a_goal() {
        assertThat(outcome(sweep, TrialEnd.REACHED, 1, NAN, 0.4)).isEqualTo(new Outcome.Reached(2, 1));
    }

    @Test
    void a_trial_that_diverged_after_its_crossing_keeps_it() {
        assertThat(outcome(sweep, TrialEnd.DIVERGED, 1, 0.4, NAN)).isEqualTo(new Outcome.Reached(1, 0));
    }

    @Test
    void the_evaluation_that_shows_the_divergence_is_no_crossing() {
        Trajectory trajectory = new Trajectory(
                trial(sweep),
                List.of(
                        new Measurement(0, Map.of(LOSS, 1.0, ERROR, 0.9)),
                        new Measurement(1, Map.of(LOSS, 11.0, ERROR, 0.0))),
                TrialEnd.DIVERGED,
                "");
        assertThat(first(sweep.goals(Sweeps.error(0.5)), trajectory)).isEqualTo(new Outcome.Diverged(1));
    }

    @Test
    void a_diverged_trial_is_diverged_at_its_last_evaluation() {
        assertThat(outcome(sweep, TrialEnd.DIVERGED, 1, 0.9, NAN)).isEqualTo(new Outcome.Diverged(2));
    }

    @Test
    void a_failed_trial_says_nothing_but_its_message() {
        assertThat(outcome(sweep, TrialEnd.FAILED, 1, 0.9)).isEqualTo(new Outcome.Failed("out of memory"));
    }

    @Test
    void a_crossing_beyond_the_budget_does_not_count() {
        Sweeps longer = sweep.maxSteps(3);
        assertThat(outcome(longer, TrialEnd.REACHED, 1, 0.9, 0.8, 0.5)).isEqualTo(new Outcome.Reached(3, 2));
        assertThat(outcome(sweep.maxSteps(2), TrialEnd.REACHED, 1, 0.9, 0.8, 0.5))
                .isEqualTo(new Outcome.Censored(2, Outcome.Reason.NOT_REACHED));
    }

    @Test
    void a_divergence_beyond_the_budget_does_not_count() {
        assertThat(outcome(sweep.maxSteps(2), TrialEnd.DIVERGED, 1, 0.9, 0.8, NAN))
                .isEqualTo(new Outcome.Censored(2, Outcome.Reason.NOT_REACHED));
    }

    @Test
    void a_trial_without_progress_in_the_last_part_of_its_budget_is_stalled() {
        assertThat(outcome(sweep.maxSteps(4), TrialEnd.STALLED, 1, 0.8, 0.9, 0.7, 0.7))
                .isEqualTo(new Outcome.Censored(4, Outcome.Reason.STALLED));
        assertThat(outcome(sweep.maxSteps(4), TrialEnd.NOT_REACHED, 1, 0.8, 0.9, 0.7, 0.69))
                .isEqualTo(new Outcome.Censored(4, Outcome.Reason.NOT_REACHED));
    }

    @Test
    void the_horizon_is_the_last_scheduled_evaluation_within_the_budget() {
        assertThat(StudyRules.of(sweep.growth(2).maxSteps(40).config(), Sweeps.BATCH)
                        .horizon())
                .isEqualTo(32);
        assertThat(StudyRules.of(sweep.growth(2).maxSteps(1).config(), Sweeps.BATCH)
                        .horizon())
                .isEqualTo(1);
    }

    @Test
    void a_median_over_two_seeds_is_their_mean_and_infinite_when_one_does_not_reach() {
        assertThat(Range.median(new double[] {30, 10})).isEqualTo(20);
        assertThat(Range.median(new double[] {10, Double.POSITIVE_INFINITY})).isInfinite();
        assertThat(Range.median(new double[] {Double.POSITIVE_INFINITY, 12, 10}))
                .isEqualTo(12);
        assertThat(Range.median(new double[] {1, Double.POSITIVE_INFINITY, 7, 3}))
                .isEqualTo(5);
    }

    @Test
    void the_bracket_of_a_median_is_the_median_of_the_brackets() {
        Sweeps two = sweep.seeds(2).growth(1.5);
        StudyResult result = RaceDriver.result(two.config(), Curve.crossing((rate, seed) -> seed == 1 ? 9 : 19));
        // Evaluated at 0 1 2 3 4 6 9 13 19.
        GoalResult.Best best = result.goals().get(0).best().orElseThrow();
        assertThat(best.steps()).isEqualTo(14);
        assertThat(best.bracket()).isEqualTo(new GoalResult.Bracket(9.5, 14));
    }

    @Test
    void the_mean_crosses_where_all_seeds_are_measured_and_their_mean_is_low_enough() {
        Sweeps mean = sweep.seeds(2).aggregate(Aggregate.CROSSING_OF_MEAN);
        Curve curve = (rate, seed, step) -> Map.of(LOSS, seed == 1 ? (step >= 3 ? 0.1 : 1) : (step >= 6 ? 0.9 : 1.0));
        GoalResult.Best best =
                RaceDriver.result(mean.config(), curve).goals().get(0).best().orElseThrow();
        assertThat(best.steps()).isEqualTo(6);
        assertThat(best.bracket()).isEqualTo(new GoalResult.Bracket(5, 6));
        assertThat(best.reachedFraction()).isEqualTo(0.5);
        assertThat(best.seeds().get(1).outcome()).isEqualTo(new Outcome.Censored(6, Outcome.Reason.POINT_REACHED));
    }

    @Test
    void a_mean_never_crosses_once_a_seed_has_diverged() {
        Sweeps mean = sweep.seeds(2).aggregate(Aggregate.CROSSING_OF_MEAN);
        Curve curve = (rate, seed, step) -> Map.of(LOSS, seed == 1 ? (step >= 3 ? NAN : 1) : 0.0001);
        GoalResult goal = RaceDriver.result(mean.config(), curve).goals().get(0);
        assertThat(goal.best()).isEmpty();
        assertThat(goal.curve().get(0).atLeast()).isInfinite();
    }

    @Test
    void trials_of_another_config_are_passed_over() {
        Trial other = new Trial("0123456789abcdef", Sweeps.BATCH, 0.1, 1);
        Trajectory trajectory = new Trajectory(other, losses(1, 0.1), TrialEnd.REACHED, "");
        StudyResult result = StudyAnalysis.analyse(sweep.config(), Sweeps.BATCH, List.of(trajectory));
        assertThat(result.trialsRun()).isZero();
        assertThat(result.undecided()).isEqualTo(1);
    }

    @Test
    void a_trial_not_measured_on_the_goals_metric_is_an_error() {
        Trajectory trajectory = new Trajectory(trial(sweep), losses(1, 0.1), TrialEnd.REACHED, "");
        assertThatThrownBy(() -> first(sweep.goals(Sweeps.error(0.5)), trajectory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was not measured on held_out/error_rate");
    }

    private static Outcome outcome(Sweeps sweep, TrialEnd end, double... losses) {
        String message = end == TrialEnd.FAILED ? "out of memory" : "";
        return first(sweep, new Trajectory(trial(sweep), losses(losses), end, message));
    }

    private static Outcome first(Sweeps sweep, Trajectory trajectory) {
        StudyResult result = StudyAnalysis.analyse(sweep.config(), Sweeps.BATCH, List.of(trajectory));
        return result.goals().get(0).curve().get(0).seeds().get(0).outcome();
    }

    private static Trial trial(Sweeps sweep) {
        return Planner.trial(sweep.config(), Sweeps.BATCH, 0.1, 1);
    }

    private static List<Measurement> losses(double... values) {
        List<Measurement> measurements = new ArrayList<>();
        for (int step = 0; step < values.length; step++) {
            measurements.add(new Measurement(step, Map.of(LOSS, values[step])));
        }
        return measurements;
    }
}
