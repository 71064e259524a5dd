package io.cbs.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Fills the records of a sweep, defaults included, from a document without problems. */
final class SweepBinder {
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Document document;
    private final JsonNode root;

    SweepBinder(Document document) {
        this.document = document;
        this.root = document.root();
    }

    SweepConfig sweep(String defaultName) {
        String name = root.path("name").asString(defaultName);
        JsonNode rates = root.path("learning_rate");
        JsonNode seeds = root.path("seeds");
        JsonNode budget = root.path("budget");
        JsonNode reference = root.path("reference_batch");
        return new SweepConfig(
                name,
                new WorkloadBinder(document).workload(name),
                Values.batchSizes(root.path("batch_sizes")).stream().sorted().toList(),
                new LearningRateSearch(
                        Values.learningRates(rates).stream().sorted().toList(),
                        rates.path("extend").asInt(3)),
                seeds.isMissingNode() ? List.of(0L, 1L, 2L) : Values.seeds(seeds),
                optimizer(root.path("optimizer")),
                goals(root.path("goals")),
                evaluation(root.path("evaluation")),
                stop(root.path("stop")),
                new BudgetConfig(
                        budget.path("steps").asLong(UNLIMITED),
                        budget.path("examples").asLong(UNLIMITED)),
                constant(Aggregate.values(), Aggregate::key, root.path("aggregate"), Aggregate.MEDIAN_OF_CROSSINGS),
                devices(root.path("devices")),
                reference.isMissingNode() ? null : reference.intValue());
    }

    private static OptimizerConfig optimizer(JsonNode node) {
        String kind = node.isString() ? node.stringValue() : node.path("kind").asString("sgd");
        double momentum = node.path("momentum").asDouble(0.9);
        return switch (kind) {
            case "momentum" -> new OptimizerConfig.Momentum(momentum);
            case "nesterov" -> new OptimizerConfig.Nesterov(momentum);
            default -> new OptimizerConfig.Sgd();
        };
    }

    private static List<Goal> goals(JsonNode list) {
        List<Goal> goals = new ArrayList<>();
        for (JsonNode node : list) {
            goals.add(new Goal(
                    constant(Metric.values(), Metric::key, node.path("metric"), null),
                    constant(EvaluationSet.values(), EvaluationSet::key, node.path("on"), EvaluationSet.HELD_OUT),
                    node.path("at_most").doubleValue()));
        }
        return goals;
    }

    private EvaluationConfig evaluation(JsonNode node) {
        int sample = (int) Math.min(2000, TrainingSet.size(document).orElse(Integer.MAX_VALUE));
        return new EvaluationConfig(
                node.path("growth").asDouble(1.05),
                node.path("train_sample").asInt(sample),
                noiseScale(node.path("noise_scale")));
    }

    private static NoiseScaleConfig noiseScale(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new NoiseScaleConfig(
                        node.path("micro_batch").asInt(8),
                        node.path("micro_batches").asInt(16));
    }

    private static StopConfig stop(JsonNode node) {
        return new StopConfig(
                constant(StopConfig.Rule.values(), StopConfig.Rule::key, node.path("rule"), StopConfig.Rule.RACE),
                node.path("margin").asDouble(1.25),
                node.path("divergence_factor").asDouble(100),
                node.path("stall_fraction").asDouble(0.5));
    }

    private static List<String> devices(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.forEach(name -> names.add(name.stringValue()));
        return node.isArray() ? names : List.of(node.asString("auto"));
    }

    private static <E extends Enum<E>> E constant(E[] all, Function<E, String> key, JsonNode node, E absent) {
        return Arrays.stream(all)
                .filter(constant -> key.apply(constant).equals(node.asString("")))
                .findFirst()
                .orElse(absent);
    }
}
