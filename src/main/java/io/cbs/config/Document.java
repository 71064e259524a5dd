package io.cbs.config;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A parsed config and where each part of it stands.
 *
 * @param root the tree; a missing node where the file could not be parsed
 * @param values pointer to the position of the value
 * @param keys pointer to the position of the key that names the value
 */
record Document(JsonNode root, Map<String, Mark> values, Map<String, Mark> keys) {
    Document {
        values = Map.copyOf(values);
        keys = Map.copyOf(keys);
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** Position of the value, or of the nearest part around it that has one. */
    Mark value(String pointer) {
        String nearest = pointer;
        while (!values.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return values.get(nearest);
    }

    /** Position of the key, or where it has none that of the value. */
    Mark key(String pointer) {
        Mark mark = keys.get(pointer);
        return mark == null ? value(pointer) : mark;
    }

    /** The same positions with those of {@code over} in front of them. */
    Document under(Document over, JsonNode newRoot) {
        Map<String, Mark> allValues = new HashMap<>(values);
        allValues.putAll(over.values);
        Map<String, Mark> allKeys = new HashMap<>(keys);
        allKeys.putAll(over.keys);
        return new Document(newRoot, allValues, allKeys);
    }
}
