package io.cbs.study;

import static io.cbs.measure.Sweeps.LOSS;
import static io.cbs.measure.Sweeps.loss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.config.Goal;
import io.cbs.config.StopConfig.Rule;
import io.cbs.measure.Curve;
import io.cbs.measure.Edge;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.StudyResult;
import io.cbs.measure.Sweeps;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.measure.Warning;
import io.cbs.plan.Trial;
import io.cbs.train.Stack;
import io.cbs.train.StopSignal;
import io.cbs.train.StopSignal.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StudyRunnerTest {
    private static final Curve BEST_AT_2 = Curve.crossing((rate, seed) -> steps(rate, 2) + seed);
    private static final Curve BEST_AT_16 = Curve.crossing((rate, seed) -> steps(rate, 16) + seed);
    private final MemoryStore store = new MemoryStore();

    /** Ten at the best learning rate, four more for every factor of two away from it. */
    private static long steps(double rate, double best) {
        return 10 + Math.round(4 * Math.abs(Math.log(rate / best) / Math.log(2)));
    }

    @Test
    void a_study_is_run_published_and_analysed_from_what_was_published() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 4.0).seeds(2);
        FakeStacks stacks = new FakeStacks(BEST_AT_2);
        StudyResult result = run(sweep, stacks);
        assertThat(result).isEqualTo(StudyAnalysis.analyse(sweep.config(), Sweeps.BATCH, store.published()));
        assertThat(result.goals().get(0).best().orElseThrow().steps()).isEqualTo(11.5);
        assertThat(stacks.made).containsExactly(List.of(1.0, 2.0, 4.0), List.of(1.0, 2.0, 4.0));
        assertThat(stacks.open()).isZero();
        assertThat(stacks.replicaSteps()).isEqualTo(result.stepsRun());
    }

    @Test
    void a_settled_study_starts_no_wave_and_shows_the_same() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 4.0).seeds(2).extend(1);
        StudyResult first = run(sweep, new FakeStacks(BEST_AT_16));
        int waves = store.waves.size();
        FakeStacks untouched = new FakeStacks(BEST_AT_16);
        assertThat(run(sweep, untouched)).isEqualTo(first);
        assertThat(untouched.made).isEmpty();
        assertThat(store.waves).hasSize(waves);
    }

    @Test
    void trials_are_published_by_learning_rate_and_then_by_seed() {
        run(Sweeps.rates(1.0, 2.0).seeds(2), new FakeStacks(BEST_AT_2));
        assertThat(store.published())
                .extracting(t -> t.trial().learningRate() + "/" + t.trial().seed())
                .containsExactly("1.0/1", "1.0/2", "2.0/1", "2.0/2");
    }

    @Test
    void a_best_value_on_the_upper_edge_grows_the_search_until_it_is_inside() {
        StudyResult result = run(Sweeps.rates(1.0, 2.0).extend(3), new FakeStacks(BEST_AT_16));
        assertThat(store.waves)
                .extracting(StudyRunnerTest::rates)
                .containsExactly(List.of(1.0, 2.0), List.of(4.0, 8.0), List.of(16.0, 32.0));
        assertThat(result.goals().get(0).best().orElseThrow().learningRate()).isEqualTo(16);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.NONE);
    }

    @Test
    void a_best_value_on_the_lower_edge_grows_the_search_downwards() {
        StudyResult result = run(Sweeps.rates(8.0, 16.0).extend(3), new FakeStacks(BEST_AT_2));
        assertThat(store.waves)
                .extracting(StudyRunnerTest::rates)
                .containsExactly(List.of(8.0, 16.0), List.of(2.0, 4.0), List.of(0.5, 1.0));
        assertThat(result.goals().get(0).best().orElseThrow().learningRate()).isEqualTo(2);
    }

    @Test
    void a_search_that_has_grown_as_often_as_it_may_gives_a_bound() {
        StudyResult result = run(Sweeps.rates(1.0, 2.0).extend(1), new FakeStacks(BEST_AT_16));
        assertThat(store.waves).hasSize(2);
        assertThat(result.goals().get(0).edge().boundOnly()).isTrue();
        assertThat(result.goals().get(0).warnings()).extracting(Warning::kind).contains(Warning.Kind.GRID_EDGE);
    }

    @Test
    void growth_into_divergence_ends_at_the_stability_edge() {
        Curve curve = (rate, seed, step) ->
                Map.of(LOSS, rate > 4 && step > 1 ? Double.NaN : step >= steps(rate, 16) ? 0.4 : 1);
        StudyResult result = run(Sweeps.rates(1.0, 2.0).extend(3), new FakeStacks(curve));
        assertThat(store.waves).hasSize(2);
        assertThat(result.goals().get(0).best().orElseThrow().learningRate()).isEqualTo(4);
        assertThat(result.goals().get(0).edge()).isEqualTo(Edge.STABILITY_EDGE);
    }

    @Test
    void trials_of_an_extension_race_against_the_steps_already_known() {
        run(Sweeps.rates(4.0, 2.0).rates(List.of(2.0, 4.0)).extend(1), new FakeStacks(BEST_AT_2));
        // Best is 2.0 with 11 steps: 13.75 at most for the others, and 0.5 would need 19.
        assertThat(ends()).containsEntry("0.5/1", "beaten@13");
    }

    @Test
    void a_stop_in_mid_wave_publishes_nothing_and_the_next_run_publishes_the_same_as_one_run() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0).seeds(2).extend(3);
        MemoryStore whole = new MemoryStore();
        StudyResult expected = runner(sweep, new FakeStacks(BEST_AT_16), 8, Lanes.sequential(), new StopSignal())
                .run(Sweeps.BATCH, whole);
        for (int stopAfter = 1; stopAfter < 40; stopAfter += 4) {
            StopSignal stop = new StopSignal();
            int[] evaluations = {stopAfter};
            StudyListener stopping = new StudyListener() {
                @Override
                public void evaluated(int batchSize, long step, int alive, Map<Goal, Double> best) {
                    if (--evaluations[0] == 0) {
                        stop.request();
                    }
                }
            };
            MemoryStore killed = new MemoryStore();
            FakeStacks stacks = new FakeStacks(BEST_AT_16);
            StudyRunner first = new StudyRunner(
                    sweep.config(), b -> new StackSource.Ready(stacks, 8, Lanes.sequential()), stop, stopping);
            assertThatThrownBy(() -> first.run(Sweeps.BATCH, killed)).isInstanceOf(StoppedException.class);
            assertThat(stacks.open()).isZero();
            assertThat(killed.published()).hasSizeLessThan(whole.published().size());
            StudyResult result = runner(sweep, stacks, 8, Lanes.sequential(), new StopSignal())
                    .run(Sweeps.BATCH, killed);
            assertThat(result).isEqualTo(expected);
            assertThat(killed.published()).isEqualTo(whole.published());
        }
    }

    @Test
    void a_stop_inside_a_stack_aborts_the_wave() {
        StopSignal stop = new StopSignal();
        Curve curve = (rate, seed, step) -> {
            if (step == 5) {
                stop.request();
                stop.check();
            }
            return BEST_AT_2.at(rate, seed, step);
        };
        FakeStacks stacks = new FakeStacks(curve);
        assertThatThrownBy(() -> run(Sweeps.rates(1.0, 2.0), stacks)).isInstanceOf(StoppedException.class);
        assertThat(store.published()).isEmpty();
        assertThat(stacks.open()).isZero();
    }

    @Test
    void a_failing_stack_ends_its_own_trials_and_the_next_run_tries_them_again() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 4.0).seeds(2);
        Curve failing = (rate, seed, step) -> {
            if (seed == 2 && step == 3) {
                throw new IllegalStateException("out of memory");
            }
            return BEST_AT_2.at(rate, seed, step);
        };
        FakeStacks stacks = new FakeStacks(failing);
        StudyResult result = run(sweep, stacks);
        assertThat(stacks.open()).isZero();
        assertThat(store.waves).hasSize(1);
        assertThat(result.ends()).containsEntry(TrialEnd.FAILED, 3).containsEntry(TrialEnd.REACHED, 3);
        assertThat(store.published().get(1).message()).endsWith("out of memory");
        assertThat(result.goals().get(0).best()).isEmpty();
        StudyResult again = run(sweep, new FakeStacks(BEST_AT_2));
        assertThat(store.waves.get(1)).extracting(Trial::seed).containsOnly(2L);
        assertThat(again.goals().get(0).best().orElseThrow().steps()).isEqualTo(11.5);
        assertThat(again.ends()).doesNotContainKey(TrialEnd.FAILED);
    }

    @Test
    void a_stack_that_cannot_be_made_ends_its_trials_as_failed() {
        StudyResult result = runner(
                        Sweeps.rates(1.0, 2.0),
                        (batch, seed, rates) -> {
                            throw new IllegalArgumentException("no such device");
                        },
                        8,
                        Lanes.sequential(),
                        new StopSignal())
                .run(Sweeps.BATCH, store);
        assertThat(result.ends()).containsExactlyEntriesOf(Map.of(TrialEnd.FAILED, 2));
        assertThat(result.undecided()).isEqualTo(2);
    }

    @Test
    void neither_the_size_of_stacks_nor_parallel_lanes_change_a_record() throws Exception {
        Sweeps sweep = Sweeps.rates(1.0, 2.0, 4.0, 8.0, 16.0).seeds(3).extend(1);
        run(sweep, new FakeStacks(BEST_AT_16));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (int size : List.of(1, 2, 3)) {
                FakeStacks stacks = new FakeStacks(BEST_AT_16);
                MemoryStore other = new MemoryStore();
                runner(sweep, stacks, size, tasks -> all(pool, tasks), new StopSignal())
                        .run(Sweeps.BATCH, other);
                assertThat(stacks.made).allSatisfy(rates -> assertThat(rates).hasSizeLessThanOrEqualTo(size));
                assertThat(other.published()).isEqualTo(store.published());
                assertThat(stacks.open()).isZero();
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void an_added_learning_rate_runs_alone_against_what_is_known() {
        run(Sweeps.rates(1.0, 4.0), new FakeStacks(BEST_AT_2));
        run(Sweeps.rates(1.0, 2.0, 4.0), new FakeStacks(BEST_AT_2));
        assertThat(store.waves).extracting(StudyRunnerTest::rates).containsExactly(List.of(1.0, 4.0), List.of(2.0));
    }

    @Test
    void an_added_seed_runs_alone_where_the_known_seeds_decide_the_others() {
        Sweeps sweep = Sweeps.rates(0.25, 1.0, 2.0, 4.0);
        Curve curve = Curve.crossing((rate, seed) -> steps(rate, 2));
        run(sweep.seeds(2), new FakeStacks(curve));
        run(sweep.seeds(3), new FakeStacks(curve));
        assertThat(store.waves.get(1)).extracting(Trial::seed).containsOnly(3L);
        assertThat(store.published()).hasSize(12);
    }

    @Test
    void a_harder_goal_runs_again_only_what_it_leaves_undecided() {
        Curve curve =
                (rate, seed, step) -> Map.of(LOSS, rate == 4 && step > 3 ? Double.NaN : Math.exp(-0.05 * step * rate));
        run(Sweeps.rates(1.0, 2.0, 4.0).goals(loss(0.5)), new FakeStacks(curve));
        assertThat(ends()).containsEntry("4.0/1", "diverged@4").containsEntry("2.0/1", "reached@7");
        Sweeps harder = Sweeps.rates(1.0, 2.0, 4.0).goals(loss(0.5), loss(0.1));
        StudyResult result = run(harder, new FakeStacks(curve));
        assertThat(rates(store.waves.get(1))).containsExactly(1.0, 2.0);
        assertThat(result.goals().get(1).best().orElseThrow().steps()).isEqualTo(24);
        run(Sweeps.rates(1.0, 2.0, 4.0).goals(loss(0.3)), new FakeStacks(curve));
        assertThat(store.waves).as("an easier goal runs nothing").hasSize(2);
    }

    @Test
    void a_larger_budget_runs_again_only_where_more_steps_can_change_something() {
        Curve curve = Curve.crossing((rate, seed) -> rate == 2 ? 30 : 35);
        Sweeps sweep = Sweeps.rates(1.0, 2.0);
        assertThat(run(sweep.maxSteps(20), new FakeStacks(curve)).goals().get(0).best())
                .isEmpty();
        assertThat(run(sweep.maxSteps(40), new FakeStacks(curve))
                        .goals()
                        .get(0)
                        .best()
                        .orElseThrow()
                        .steps())
                .isEqualTo(30);
        StudyResult shorter = run(sweep.maxSteps(20), new FakeStacks(curve));
        assertThat(store.waves).as("a smaller budget runs nothing").hasSize(2);
        assertThat(shorter.goals().get(0).best()).isEmpty();
    }

    @Test
    void the_complete_rule_runs_on_what_a_race_had_cut_and_a_race_is_content_with_complete_trials() {
        Sweeps sweep = Sweeps.rates(1.0, 2.0);
        run(sweep, new FakeStacks(BEST_AT_2));
        run(sweep.rule(Rule.COMPLETE), new FakeStacks(BEST_AT_2));
        assertThat(ends()).containsEntry("1.0/1", "reached@40").containsEntry("2.0/1", "reached@40");
        run(sweep, new FakeStacks(BEST_AT_2));
        assertThat(store.waves).hasSize(2);
    }

    @Test
    void the_listener_hears_every_wave_and_evaluation() {
        List<String> heard = new ArrayList<>();
        StudyListener listener = new StudyListener() {
            @Override
            public void waveStarted(int batchSize, int trials, WaveReason reason) {
                heard.add(reason.key() + " " + trials);
            }

            @Override
            public void evaluated(int batchSize, long step, int alive, Map<Goal, Double> best) {
                if (step == 0 || alive == 0) {
                    heard.add(step + ": " + alive + " " + best.get(loss(0.5)));
                }
            }

            @Override
            public void waveFinished(int batchSize, List<Trajectory> published) {
                heard.add("published " + published.size());
            }
        };
        new StudyRunner(
                        Sweeps.rates(1.0, 2.0).config(),
                        b -> new StackSource.Ready(new FakeStacks(BEST_AT_2), 8, Lanes.sequential()),
                        new StopSignal(),
                        listener)
                .run(Sweeps.BATCH, store);
        assertThat(heard).containsExactly("plan 2", "0: 2 1.0", "13: 0 0.4", "published 2");
    }

    private StudyResult run(Sweeps sweep, FakeStacks stacks) {
        return runner(sweep, stacks, 8, Lanes.sequential(), new StopSignal()).run(Sweeps.BATCH, store);
    }

    private static StudyRunner runner(
            Sweeps sweep, Stack.Factory stacks, int maxReplicas, Lanes lanes, StopSignal stop) {
        return new StudyRunner(
                sweep.config(), b -> new StackSource.Ready(stacks, maxReplicas, lanes), stop, StudyListener.SILENT);
    }

    private static List<Double> rates(List<Trial> trials) {
        return trials.stream().map(Trial::learningRate).distinct().toList();
    }

    private Map<String, String> ends() {
        return store.published().stream()
                .collect(Collectors.toMap(
                        t -> t.trial().learningRate() + "/" + t.trial().seed(),
                        t -> t.end().key() + "@" + t.lastStep()));
    }

    private static void all(ExecutorService pool, List<Runnable> tasks) {
        List<Future<?>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(pool.submit(task)));
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }
}
