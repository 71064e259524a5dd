package io.cbs.measure;

import static io.cbs.measure.Sweeps.LOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.measure.Warning.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void a_best_value_between_tried_ones_is_on_no_edge() {
        StudyResult result = result(Sweeps.rates(1.0, 2.0, 4.0).extend(1), 2);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.NONE);
        assertThat(next(Sweeps.rates(1.0, 2.0, 4.0).extend(1), result)).isEmpty();
    }

    @Test
    void the_largest_tried_extends_the_search_upwards_by_the_ratio_of_the_outermost_two() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 6.0).extend(1);
        StudyResult result = result(sweep, 6);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.GRID_EDGE_HIGH);
        assertThat(next(sweep, result)).containsExactly(18.0, 54.0);
        assertThat(result.goals().get(0).warnings()).extracting(Warning::kind).contains(Kind.GRID_EDGE);
    }

    @Test
    void the_smallest_tried_extends_the_search_downwards_in_values_of_six_digits() {
        Sweeps sweep = Sweeps.rates(0.1, 0.3, 0.9).extend(1);
        StudyResult result = result(sweep, 0.1);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.GRID_EDGE_LOW);
        assertThat(next(sweep, result)).containsExactly(0.0111111, 0.0333333);
    }

    @Test
    void a_search_that_may_not_grow_stays_and_the_result_is_a_bound() {
        StudyResult result = result(Sweeps.rates(1.0, 2.0), 2);
        assertThat(next(Sweeps.rates(1.0, 2.0), result)).isEmpty();
        assertThat(result.goals().get(0).edge().boundOnly()).isTrue();
        assertThat(result.goals().get(0).warnings().get(0))
                .hasToString("best learning rate 2 is the largest tried: the number of steps is an upper bound; "
                        + "try larger learning rates, or set learning_rate.extend");
    }

    @Test
    void what_was_tried_beyond_the_configs_values_counts_as_growth() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0).extend(1);
        StudyResult grown = result(sweep.rates(List.of(1.0, 2.0, 4.0, 8.0)), 8);
        assertThat(next(sweep, grown)).isEmpty();
        assertThat(next(sweep.extend(2), grown)).containsExactly(16.0, 32.0);
    }

    @Test
    void a_single_value_is_an_edge_and_cannot_grow() {
        Sweeps sweep = Sweeps.rates(1.0).extend(3);
        StudyResult result = result(sweep, 1);
        assertThat(result.goals().get(0).edge().boundOnly()).isTrue();
        assertThat(next(sweep, result)).isEmpty();
        assertThat(result.goals().get(0).warnings().get(0).action()).isEqualTo("give learning_rate a range");
    }

    @Test
    void the_largest_that_does_not_diverge_is_a_stability_edge_and_does_not_grow() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 4.0).extend(1);
        Curve curve = (rate, seed, step) ->
                Map.of(LOSS, rate == 4 && step > 2 ? Double.NaN : step >= (rate == 2 ? 8 : 9) ? 0.4 : 1);
        StudyResult result = RaceDriver.result(sweep.config(), curve);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.STABILITY_EDGE);
        assertThat(result.goals().get(0).warnings()).extracting(Warning::kind).containsExactly(Kind.STABILITY_EDGE);
        assertThat(next(sweep, result)).isEmpty();
    }

    @Test
    void the_smallest_tried_is_a_grid_edge_even_where_the_next_larger_diverged() {
        Sweeps sweep = Sweeps.rates(2.0, 4.0).extend(1);
        Curve curve = (rate, seed, step) -> Map.of(LOSS, rate == 4 && step > 2 ? Double.NaN : step >= 8 ? 0.4 : 1);
        assertThat(next(sweep, RaceDriver.result(sweep.config(), curve))).containsExactly(0.5, 1.0);
    }

    @Test
    void a_neighbour_closer_than_the_seeds_are_to_each_other_is_not_told_apart() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 4.0).seeds(3);
        Curve close = Curve.crossing((rate, seed) -> (rate == 2 ? 16 : rate == 4 ? 17 : 30) + 2 * seed);
        assertThat(kinds(sweep, close)).containsExactly(Kind.NOT_RESOLVED);
        Curve apart = Curve.crossing((rate, seed) -> rate == 2 ? 16 : rate == 4 ? 17 : 30);
        assertThat(kinds(sweep, apart)).isEmpty();
    }

    @Test
    void a_best_value_alone_within_the_margin_asks_for_a_finer_search() {
        Curve alone = Curve.crossing((rate, seed) -> rate == 2 ? 10 : 30);
        assertThat(kinds(Sweeps.rates(1.0, 2.0, 4.0), alone)).containsExactly(Kind.COARSE_SEARCH);
    }

    @Test
    void a_goal_that_no_point_reached_says_why_by_status() {
        Curve curve = (rate, seed, step) -> Map.of(LOSS, rate == 4 && step > 2 ? Double.NaN : 1 - 0.001 * step);
        StudyResult result = RaceDriver.result(Sweeps.rates(1.0, 2.0, 4.0).config(), curve);
        assertThat(result.goals().get(0).best()).isEmpty();
        assertThat(result.goals().get(0).warnings().get(0))
                .hasToString("no learning rate reached the goal by step 40 (2 not-reached, 1 diverged); "
                        + "raise the budget or choose an easier goal");
        assertThat(result.goals().get(0).curve())
                .extracting(CurvePoint::atLeast)
                .containsExactly(41.0, 41.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void a_goal_met_by_the_initial_weights_is_called_too_easy() {
        assertThat(kinds(Sweeps.rates(1.0), (rate, seed, step) -> Map.of(LOSS, 0.1)))
                .contains(Kind.REACHED_AT_START);
    }

    private static List<Kind> kinds(Sweeps sweep, Curve curve) {
        return RaceDriver.result(sweep.config(), curve).goals().get(0).warnings().stream()
                .map(Warning::kind)
                .toList();
    }

    /** The result where {@code best} crosses first and the others a little later. */
    private static StudyResult result(Sweeps sweep, double best) {
        return RaceDriver.result(sweep.config(), Curve.crossing((rate, seed) -> rate == best ? 20 : 22));
    }

    private static List<Double> next(Sweeps sweep, StudyResult result) {
        return Extension.next(sweep.config().learningRate(), result);
    }
}
