package io.cbs.measure;

import io.cbs.config.Aggregate;
import io.cbs.config.BudgetConfig;
import io.cbs.config.EvaluationConfig;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.LearningRateSearch;
import io.cbs.config.Metric;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.StopConfig;
import io.cbs.config.StopConfig.Rule;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import io.cbs.measure.Measurement.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Sweep configs for tests: what a test does not name has a fixed value. */
public record Sweeps(
        List<Double> rates,
        int extend,
        List<Long> seeds,
        List<Goal> goals,
        Aggregate aggregate,
        Rule rule,
        double margin,
        double growth,
        long maxSteps) {
    public static final int BATCH = 8;
    public static final Series LOSS = new Series(EvaluationSet.HELD_OUT, Metric.CROSS_ENTROPY);
    public static final Series ERROR = new Series(EvaluationSet.HELD_OUT, Metric.ERROR_RATE);

    /** One seed, the goal loss <= 0.5, evaluated at every step up to 50 while growth is 1.02. */
    public static Sweeps rates(Double... rates) {
        return new Sweeps(
                List.of(rates),
                0,
                List.of(1L),
                List.of(loss(0.5)),
                Aggregate.MEDIAN_OF_CROSSINGS,
                Rule.RACE,
                1.25,
                1.02,
                40);
    }

    public static Goal loss(double atMost) {
        return new Goal(Metric.CROSS_ENTROPY, EvaluationSet.HELD_OUT, atMost);
    }

    public static Goal error(double atMost) {
        return new Goal(Metric.ERROR_RATE, EvaluationSet.HELD_OUT, atMost);
    }

    public Sweeps rates(List<Double> value) {
        return new Sweeps(value, extend, seeds, goals, aggregate, rule, margin, growth, maxSteps);
    }

    public Sweeps extend(int value) {
        return new Sweeps(rates, value, seeds, goals, aggregate, rule, margin, growth, maxSteps);
    }

    /** Seeds 1 to {@code count}. */
    public Sweeps seeds(int count) {
        List<Long> value = LongStream.rangeClosed(1, count).boxed().toList();
        return new Sweeps(rates, extend, value, goals, aggregate, rule, margin, growth, maxSteps);
    }

    public Sweeps goals(Goal... value) {
        return new Sweeps(rates, extend, seeds, Arrays.asList(value), aggregate, rule, margin, growth, maxSteps);
    }

    public Sweeps aggregate(Aggregate value) {
        return new Sweeps(rates, extend, seeds, goals, value, rule, margin, growth, maxSteps);
    }

    public Sweeps rule(Rule value) {
        return new Sweeps(rates, extend, seeds, goals, aggregate, value, margin, growth, maxSteps);
    }

    public Sweeps margin(double value) {
        return new Sweeps(rates, extend, seeds, goals, aggregate, rule, value, growth, maxSteps);
    }

    public Sweeps growth(double value) {
        return new Sweeps(rates, extend, seeds, goals, aggregate, rule, margin, value, maxSteps);
    }

    public Sweeps maxSteps(long value) {
        return new Sweeps(rates, extend, seeds, goals, aggregate, rule, margin, growth, value);
    }

    public SweepConfig config() {
        return new SweepConfig(
                "test",
                new WorkloadConfig.GaussianRegression("fake", 2, 1),
                List.of(BATCH),
                new LearningRateSearch(rates, extend),
                seeds,
                new OptimizerConfig.Sgd(),
                goals,
                new EvaluationConfig(growth, 0),
                new StopConfig(rule, margin, 10, 0.25),
                new BudgetConfig(maxSteps, Long.MAX_VALUE),
                aggregate,
                List.of("cpu"),
                null);
    }
}
