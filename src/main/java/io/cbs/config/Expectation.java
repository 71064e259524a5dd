package io.cbs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Puts a schema into words, with range and unit, so that messages cannot drift from what is checked. */
final class Expectation {
    /** Upper bounds from here on guard against slips and are named only when broken. */
    private static final double SANITY = 1e5;

    private Expectation() {}

    /** What a value must be, such as {@code a whole number of examples, at least 1}. */
    static String of(JsonNode schema, JsonNode root) {
        if (schema.has("$ref")) {
            return of(root.at(schema.path("$ref").stringValue().substring(1)), root);
        }
        if (schema.has("x-means")) {
            return schema.path("x-means").stringValue();
        }
        if (schema.has("enum")) {
            return Words.choice(choices(schema));
        }
        List<String> kinds = new ArrayList<>();
        for (JsonNode type : schema.path("type").isArray() ? schema.path("type") : List.of(schema.path("type"))) {
            kinds.add(kind(type.asString(""), schema));
        }
        return Words.join(kinds);
    }

    /** As {@link #of}, with the upper bound even where it only guards against slips. */
    static String upTo(JsonNode schema, JsonNode root) {
        double bound = schema.path("maximum").doubleValue();
        return bound < SANITY ? of(schema, root) : String.format(Locale.ROOT, "at most %,.0f", bound);
    }

    /** What a mapping with none of its keys must have. */
    static String keys(JsonNode schema) {
        return "at least one of "
                + Words.choice(
                        schema.path("properties").propertyNames().stream().toList());
    }

    /** The values that the schema lists, or none. */
    static List<String> choices(JsonNode schema) {
        List<String> choices = new ArrayList<>();
        schema.path("enum").forEach(choice -> choices.add(choice.asString("")));
        return choices;
    }

    private static String kind(String type, JsonNode schema) {
        return switch (type) {
            case "integer" -> "a whole number" + unit(schema) + range(schema);
            case "number" -> "a number" + unit(schema) + range(schema);
            case "string" -> "text" + length(schema);
            case "array" -> "a list";
            default -> "a mapping" + withKeys(schema);
        };
    }

    private static String unit(JsonNode schema) {
        return schema.has("x-unit") ? " of " + schema.path("x-unit").stringValue() : "";
    }

    private static String range(JsonNode schema) {
        List<String> bounds = new ArrayList<>();
        addBound(bounds, schema, "minimum", "at least ");
        addBound(bounds, schema, "exclusiveMinimum", "above ");
        addBound(bounds, schema, "maximum", "at most ");
        addBound(bounds, schema, "exclusiveMaximum", "below ");
        return bounds.isEmpty() ? "" : ", " + String.join(" and ", bounds);
    }

    private static void addBound(List<String> bounds, JsonNode schema, String keyword, String words) {
        if (schema.has(keyword) && Math.abs(schema.path(keyword).doubleValue()) < SANITY) {
            bounds.add(words + schema.path(keyword));
        }
    }

    private static String length(JsonNode schema) {
        return schema.has("maxLength") ? " of 1 to " + schema.path("maxLength").intValue() + " characters" : "";
    }

    private static String withKeys(JsonNode schema) {
        List<String> keys = schema.path("properties").propertyNames().stream().toList();
        return keys.isEmpty()
                ? ""
                : " with " + String.join(", ", keys.stream().map(Words::quoted).toList());
    }
}
