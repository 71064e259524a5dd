package io.cbs.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a sweep config with every default spelt out, in the shape that {@link ConfigReader} reads. */
public final class ConfigWriter {
    private ConfigWriter() {}

    /** Canonical JSON: equal configs give equal text, and reading it gives an equal config. */
    public static String json(SweepConfig config) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", config.name());
        tree.put("workload", WorkloadWriter.tree(config.workload()));
        tree.put("batch_sizes", config.batchSizes());
        tree.put(
                "learning_rate",
                ordered(
                        "values", config.learningRate().values(),
                        "extend", config.learningRate().extend()));
        tree.put("seeds", config.seeds());
        tree.put("optimizer", optimizer(config.optimizer()));
        tree.put("goals", config.goals().stream().map(ConfigWriter::goal).toList());
        tree.put(
                "evaluation",
                ordered(
                        "growth", config.evaluation().growth(),
                        "train_sample", config.evaluation().trainSample(),
                        "noise_scale", noiseScale(config.evaluation().noiseScale())));
        StopConfig stop = config.stop();
        tree.put(
                "stop",
                ordered(
                        "rule", stop.rule().key(),
                        "margin", stop.margin(),
                        "divergence_factor", stop.divergenceFactor(),
                        "stall_fraction", stop.stallFraction()));
        tree.put("budget", budget(config.budget()));
        tree.put("aggregate", config.aggregate().key());
        tree.put("devices", config.devices());
        if (config.referenceBatch() != null) {
            tree.put("reference_batch", config.referenceBatch());
        }
        return Json.text(tree);
    }

    private static Map<String, Object> noiseScale(NoiseScaleConfig noise) {
        return noise == null ? null : ordered("micro_batch", noise.microBatch(), "micro_batches", noise.microBatches());
    }

    private static Map<String, Object> optimizer(OptimizerConfig optimizer) {
        if (optimizer instanceof OptimizerConfig.Momentum heavyBall) {
            return ordered("kind", "momentum", "momentum", heavyBall.momentum());
        }
        if (optimizer instanceof OptimizerConfig.Nesterov nesterov) {
            return ordered("kind", "nesterov", "momentum", nesterov.momentum());
        }
        return ordered("kind", "sgd");
    }

    private static Map<String, Object> goal(Goal goal) {
        return ordered(
                "metric",
                goal.metric().key(),
                "at_most",
                goal.atMost(),
                "on",
                goal.on().key());
    }

    /** A part without limit is left out: that is how it is written in configs. */
    private static Map<String, Object> budget(BudgetConfig budget) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (budget.steps() != Long.MAX_VALUE) {
            tree.put("steps", budget.steps());
        }
        if (budget.examples() != Long.MAX_VALUE) {
            tree.put("examples", budget.examples());
        }
        return tree;
    }

    /** Keys and values in turn; entries whose value is null are left out. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> all = Arrays.asList(keysAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            if (all.get(i + 1) != null) {
                tree.put((String) all.get(i), all.get(i + 1));
            }
        }
        return tree;
    }
}
