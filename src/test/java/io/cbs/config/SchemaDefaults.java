package io.cbs.config;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The defaults that the schema states, and those that the reader's test spells out. */
final class SchemaDefaults {
    static final List<String> KNOWN = List.of(
            "aggregate \"median-of-crossings\"",
            "classes 10",
            "devices \"auto\"",
            "difficulty 0.5",
            "divergence_factor 100",
            "exponent 0",
            "extend 3",
            "factor 2",
            "growth 1.05",
            "micro_batch 8",
            "micro_batches 16",
            "kernel 5",
            "margin 1.25",
            "momentum 0.9",
            "momentum 0.9",
            "on \"held_out\"",
            "optimizer \"sgd\"",
            "padding 2",
            "rule \"race\"",
            "scale 1",
            "scale 1",
            "scale 1",
            "seed 0",
            "seeds [0,1,2]",
            "stall_fraction 0.5",
            "train_sample 2000");

    private SchemaDefaults() {}

    static List<String> in(String schema) {
        List<String> defaults = new ArrayList<>();
        collect(new JsonMapper().readTree(schema), defaults);
        return defaults;
    }

    private static void collect(JsonNode node, List<String> defaults) {
        node.forEachEntry((key, value) -> {
            if (value.has("default")) {
                defaults.add(key + " " + value.path("default"));
            }
            collect(value, defaults);
        });
    }
}
