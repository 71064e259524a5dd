package io.cbs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema is kept by hand for its descriptions; this keeps it true. */
class SchemaMatchesRecordsTest {
    private static final JsonNode SCHEMA = new JsonMapper().readTree(ConfigSchema.text());

    /** Where each record's keys stand in the schema. A record missing here fails the test. */
    private static final Map<Class<?>, List<String>> PLACES = Map.ofEntries(
            Map.entry(SweepConfig.class, List.of("")),
            Map.entry(WorkloadConfig.Classifier.class, List.of("/definitions/classifier")),
            Map.entry(WorkloadConfig.NoisyQuadratic.class, List.of("/definitions/noisy_quadratic")),
            Map.entry(WorkloadConfig.GaussianRegression.class, List.of("/definitions/gaussian_regression")),
            Map.entry(DataConfig.Glyphs.class, List.of("/definitions/glyphs")),
            Map.entry(DataConfig.Idx.class, List.of("/definitions/idx")),
            Map.entry(DataConfig.Split.class, List.of("/definitions/split")),
            Map.entry(ModelConfig.Mlp.class, List.of("/definitions/mlp")),
            Map.entry(ModelConfig.SimpleCnn.class, List.of("/definitions/simple_cnn")),
            Map.entry(
                    Spectrum.PowerLaw.class,
                    List.of(
                            "/definitions/positive_spectrum",
                            "/definitions/non_negative_spectrum",
                            "/definitions/spectrum")),
            Map.entry(Spectrum.Values.class, List.of()),
            Map.entry(LearningRateSearch.class, List.of("/definitions/learning_rate_search")),
            Map.entry(OptimizerConfig.Sgd.class, List.of("/definitions/sgd")),
            Map.entry(OptimizerConfig.Momentum.class, List.of("/definitions/momentum")),
            Map.entry(OptimizerConfig.Nesterov.class, List.of("/definitions/nesterov")),
            Map.entry(Goal.class, List.of("/definitions/goal")),
            Map.entry(EvaluationConfig.class, List.of("/definitions/evaluation")),
            Map.entry(NoiseScaleConfig.class, List.of("/definitions/noise_scale")),
            Map.entry(StopConfig.class, List.of("/definitions/stop")),
            Map.entry(BudgetConfig.class, List.of("/definitions/budget")));

    /** Keys that stand for something other than a component: the choice of a type, and a grid for its values. */
    private static final Map<String, Set<String>> EXTRA_KEYS =
            Map.of("/definitions/learning_rate_search", Set.of("from", "to", "per_decade"));

    @Test
    void everyRecordComponentHasASchemaKeyAndTheOtherWayRound() {
        Set<Class<?>> records = new LinkedHashSet<>();
        collect(SweepConfig.class, records);
        assertThat(PLACES.keySet()).isEqualTo(records);
        for (Class<?> record : records) {
            for (String place : PLACES.get(record)) {
                JsonNode definition = SCHEMA.at(place);
                Set<String> keys =
                        new LinkedHashSet<>(definition.path("properties").propertyNames());
                keys.remove("kind");
                keys.removeAll(EXTRA_KEYS.getOrDefault(place, Set.of()));
                assertThat(keys).as(record.getName()).containsExactlyInAnyOrderElementsOf(components(record));
                assertThat(definition.path("additionalProperties").asBoolean(true))
                        .as("unknown keys of %s", place)
                        .isFalse();
            }
        }
    }

    @Test
    void everyEnumConstantIsAChoiceAndTheOtherWayRound() {
        assertThat(choices("/definitions/goal/properties/metric"))
                .isEqualTo(Arrays.stream(Metric.values())
                        .filter(Metric::goal)
                        .map(Metric::key)
                        .toList());
        assertThat(choices("/definitions/goal/properties/on"))
                .isEqualTo(Arrays.stream(EvaluationSet.values())
                        .map(EvaluationSet::key)
                        .toList());
        assertThat(choices("/definitions/stop/properties/rule"))
                .isEqualTo(Arrays.stream(StopConfig.Rule.values())
                        .map(StopConfig.Rule::key)
                        .toList());
        assertThat(choices("/properties/aggregate"))
                .isEqualTo(Arrays.stream(Aggregate.values()).map(Aggregate::key).toList());
    }

    @Test
    void everyKeyIsDescribed() {
        List<String> bare = new ArrayList<>();
        SCHEMA.findParents("properties")
                .forEach(mapping -> mapping.path("properties").forEachEntry((key, property) -> {
                    boolean shared = property.path("$ref").asString("").matches(".*/(workload_name|exponent)");
                    boolean described = property.has("description") || property.has("const") || property.isBoolean();
                    if (!described && !shared) {
                        bare.add(key);
                    }
                }));
        assertThat(bare).isEmpty();
    }

    private static List<String> choices(String pointer) {
        return Expectation.choices(SCHEMA.at(pointer));
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], records);
        } else if (type instanceof Class<?> choice && choice.isSealed()) {
            for (Class<?> permitted : choice.getPermittedSubclasses()) {
                collect(permitted, records);
            }
        } else if (type instanceof Class<?> record && record.isRecord() && records.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }
}
