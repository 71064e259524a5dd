package io.cbs.measure;

import static io.cbs.measure.Sweeps.ERROR;
import static io.cbs.measure.Sweeps.LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cbs.config.Aggregate;
import io.cbs.config.StopConfig.Rule;
import io.cbs.plan.Planner;
import io.cbs.plan.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final double NAN = Double.NaN;

    @Test
    void the_others_run_on_to_the_margin_and_stop_as_beaten() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2, 0.4);
        Curve curve = Curve.crossing((rate, seed) -> rate == 0.2 ? 16 : rate == 0.4 ? 19 : 0);
        // 1.25 times 16 is 20: after step 20 the slow one can only cross at 21 or later.
        assertThat(ends(sweep, curve))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("0.1/1", "beaten@20", "0.2/1", "reached@16", "0.4/1", "reached@19"));
    }

    @Test
    void the_complete_rule_runs_all_but_the_diverged_to_the_budget() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2, 0.4).rule(Rule.COMPLETE);
        Curve curve = (rate, seed, step) ->
                Map.of(LOSS, rate == 0.4 && step >= 7 ? NAN : rate == 0.2 && step >= 5 ? 0.4 : 1 - 0.001 * step);
        assertThat(ends(sweep, curve))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("0.1/1", "not-reached@40", "0.2/1", "reached@40", "0.4/1", "diverged@7"));
    }

    @Test
    void a_loss_above_the_factor_times_its_start_or_a_value_not_finite_is_a_divergence() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2, 0.4, 0.8).goals(Sweeps.loss(0.5), Sweeps.error(0.01));
        Curve curve = (rate, seed, step) -> {
            boolean now = step == 4;
            double loss = now && rate == 0.1 ? 10.01 : now && rate == 0.2 ? Double.POSITIVE_INFINITY : now ? 10 : 1;
            return Map.of(LOSS, loss, ERROR, now && rate == 0.4 ? NAN : 0.02 + 0.9 * step);
        };
        assertThat(ends(sweep, curve))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "0.1/1", "diverged@4", "0.2/1", "diverged@4", "0.4/1", "diverged@4", "0.8/1", "stalled@40"));
    }

    @Test
    void a_loss_not_finite_at_the_start_is_a_divergence() {
        Sweeps sweep = Sweeps.rates(0.1).goals(Sweeps.error(0.5));
        assertThat(ends(sweep, (rate, seed, step) -> Map.of(LOSS, NAN, ERROR, 0.1)))
                .containsExactlyEntriesOf(Map.of("0.1/1", "diverged@0"));
    }

    @Test
    void a_goal_met_at_step_0_ends_the_race_there() {
        assertThat(ends(Sweeps.rates(0.1, 0.2), (rate, seed, step) -> Map.of(LOSS, 0.5)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("0.1/1", "reached@0", "0.2/1", "reached@0"));
    }

    @Test
    void a_point_with_one_early_seed_is_not_cut_while_the_mean_of_both_can_still_win() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2).seeds(2).margin(1);
        // 0.1 is known at step 20; 0.2 has one seed at 5 and wins with the other at 34: (5 + 34) / 2 < 20.
        Curve curve = Curve.crossing((rate, seed) -> rate == 0.1 ? 20 : seed == 1 ? 5 : 34);
        GoalResult.Best best =
                RaceDriver.result(sweep.config(), curve).goals().get(0).best().orElseThrow();
        assertThat(best.learningRate()).isEqualTo(0.2);
        assertThat(best.steps()).isEqualTo(19.5);
    }

    @Test
    void a_point_with_one_early_seed_is_cut_once_the_mean_of_both_is_certain_to_lose() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2).seeds(2).margin(1);
        Curve curve = Curve.crossing((rate, seed) -> rate == 0.1 ? 20 : seed == 1 ? 5 : 40);
        // At step 35 the next crossing would be at 36: (5 + 36) / 2 > 20.
        assertThat(ends(sweep, curve)).containsEntry("0.2/2", "beaten@35");
    }

    @Test
    void a_point_that_lost_too_many_seeds_is_cut_as_soon_as_another_has_won() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2).seeds(2);
        Curve curve = (rate, seed, step) ->
                Map.of(LOSS, rate == 0.2 && seed == 1 && step >= 3 ? NAN : rate == 0.1 && step >= 20 ? 0.4 : 1);
        assertThat(ends(sweep, curve)).containsEntry("0.2/1", "diverged@3").containsEntry("0.2/2", "beaten@20");
    }

    @Test
    void the_winners_last_seed_runs_on_after_its_median_is_known() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2).seeds(3);
        Curve curve = Curve.crossing((rate, seed) -> rate == 0.1 ? 0 : seed == 3 ? 30 : 8);
        assertThat(ends(sweep, curve)).containsEntry("0.2/3", "reached@30").containsEntry("0.1/1", "beaten@10");
    }

    @Test
    void equal_steps_are_decided_by_the_seeds_that_reached_and_then_by_the_lower_learning_rate() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2, 0.4).seeds(3);
        Curve fraction = Curve.crossing((rate, seed) -> seed < 3 ? 8 : rate == 0.1 ? 0 : 38);
        assertThat(best(sweep, fraction)).isEqualTo(0.2);
        assertThat(best(sweep, Curve.crossing((rate, seed) -> 8))).isEqualTo(0.1);
    }

    @Test
    void goals_may_have_different_winners_and_both_run_to_their_goal() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2, 0.4).goals(Sweeps.loss(0.5), Sweeps.loss(0.1));
        Curve curve = (rate, seed, step) ->
                Map.of(LOSS, rate == 0.1 ? Math.exp(-0.1 * step) : rate == 0.2 ? Math.max(0.3, 1 - 0.2 * step) : 1.0);
        StudyResult result = RaceDriver.result(sweep.config(), curve);
        assertThat(result.goals())
                .extracting(goal -> goal.best().orElseThrow().learningRate())
                .containsExactly(0.2, 0.1);
        assertThat(result.goals())
                .extracting(goal -> goal.best().orElseThrow().steps())
                .containsExactly(3.0, 24.0);
        assertThat(ends(sweep, curve))
                .containsEntry("0.1/1", "reached@24")
                .containsEntry("0.2/1", "beaten@30")
                .containsEntry("0.4/1", "beaten@30");
    }

    @Test
    void with_the_mean_all_seeds_of_a_point_end_together() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2).seeds(2).aggregate(Aggregate.CROSSING_OF_MEAN);
        Curve curve = (rate, seed, step) -> Map.of(LOSS, rate == 0.1 ? 1.0 : 1 - 0.05 * step * seed);
        // Means 1 - 0.075 step: at or below 0.5 from step 7 on; the first seed alone would need 10.
        assertThat(ends(sweep, curve))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("0.1/1", "beaten@8", "0.1/2", "beaten@8", "0.2/1", "reached@7", "0.2/2", "reached@7"));
    }

    @Test
    void known_crossings_set_the_cutoff_from_the_start() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2);
        Curve curve = Curve.crossing((rate, seed) -> rate == 0.1 ? 8 : 0);
        List<Trial> trials = Planner.plan(sweep.config()).studies().get(0).trials();
        List<Trajectory> known = RaceDriver.run(sweep.config(), trials.subList(0, 1), List.of(), curve);
        List<Trajectory> raced = RaceDriver.run(sweep.config(), trials.subList(1, 2), known, curve);
        assertThat(raced)
                .extracting(Trajectory::end, Trajectory::lastStep)
                .containsExactly(tuple(TrialEnd.BEATEN, 10L));
    }

    @Test
    void a_failed_trial_keeps_its_point_undecided() {
        Sweeps sweep = Sweeps.rates(0.1, 0.2);
        List<Trial> trials = Planner.plan(sweep.config()).studies().get(0).trials();
        Race race = new Race(StudyRules.of(sweep.config(), Sweeps.BATCH), trials, List.of());
        race.observe(0, trials.get(0), Map.of(LOSS, 1.0));
        race.fail(trials.get(1), "out of memory");
        race.decide(0);
        race.observe(1, trials.get(0), Map.of(LOSS, 0.4));
        assertThat(race.decide(1)).containsExactlyEntriesOf(Map.of(trials.get(0), TrialEnd.REACHED));
        StudyResult result = StudyAnalysis.analyse(sweep.config(), Sweeps.BATCH, race.trajectories());
        assertThat(result.ends()).containsEntry(TrialEnd.FAILED, 1);
        assertThat(result.undecided()).isEqualTo(1);
        assertThat(result.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.FAILED);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.GRID_EDGE_HIGH);
    }

    @Test
    void deciding_on_a_trial_that_was_not_observed_is_an_error() {
        Sweeps sweep = Sweeps.rates(0.1);
        List<Trial> trials = Planner.plan(sweep.config()).studies().get(0).trials();
        Race race = new Race(StudyRules.of(sweep.config(), Sweeps.BATCH), trials, List.of());
        assertThatThrownBy(() -> race.decide(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(race::trajectories).isInstanceOf(IllegalStateException.class);
    }

    private static double best(Sweeps sweep, Curve curve) {
        return RaceDriver.result(sweep.config(), curve)
                .goals()
                .get(0)
                .best()
                .orElseThrow()
                .learningRate();
    }

    private static Map<String, String> ends(Sweeps sweep, Curve curve) {
        return RaceDriver.run(sweep.config(), curve).stream()
                .collect(Collectors.toMap(
                        t -> t.trial().learningRate() + "/" + t.trial().seed(),
                        t -> t.end().key() + "@" + t.lastStep()));
    }
}
