package io.cbs.config;

import java.util.List;

/**
 * One sweep with every default filled in: what is trained, over which batch sizes, how the learning rate is tuned at
 * each, and what counts as having reached the goal.
 *
 * @param name the results folder's name: letters, digits, dot, underscore and hyphen
 * @param workload data, model and loss
 * @param batchSizes global batch sizes in examples, ascending, without repeats
 * @param learningRate the learning rates tried at every batch size
 * @param seeds one trial per point and seed; a seed fixes initial weights and sample order
 * @param optimizer the update rule
 * @param goals every goal is read off the same runs; trials run on until they reach all of them
 * @param evaluation when and on what the metrics are measured
 * @param stop when a trial ends before its budget
 * @param budget the most that one trial may use
 * @param aggregate how the seeds of a point become one number of steps
 * @param devices {@code auto}, or device names such as {@code cpu} and {@code gpu0}
 * @param referenceBatch reference batch size of the overhead definition of the critical batch size, or {@code null}
 */
public record SweepConfig(
        String name,
        WorkloadConfig workload,
        List<Integer> batchSizes,
        LearningRateSearch learningRate,
        List<Long> seeds,
        OptimizerConfig optimizer,
        List<Goal> goals,
        EvaluationConfig evaluation,
        StopConfig stop,
        BudgetConfig budget,
        Aggregate aggregate,
        List<String> devices,
        Integer referenceBatch) {

    public SweepConfig {
        batchSizes = List.copyOf(batchSizes);
        seeds = List.copyOf(seeds);
        goals = List.copyOf(goals);
        devices = List.copyOf(devices);
    }

    /** The most steps that one trial at {@code batchSize} may take: the smaller of the two budgets, at least one. */
    public long maxSteps(int batchSize) {
        return Math.max(1, Math.min(budget.steps(), budget.examples() / batchSize));
    }
}
