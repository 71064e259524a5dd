package io.cbs.store.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is used of a trial's {@code metadata.json}.
 *
 * @param parameters what was tuned: numbers, texts and truth values
 */
record TrialFile(long id, TrialStatus status, Map<String, Object> parameters) {
    static final String NAME = "metadata.json";

    static TrialFile read(ForeignFiles files, Path folder, long id) {
        Path file = folder.resolve(NAME);
        JsonNode json = files.json(file);
        JsonNode declared = json.path("trial_id");
        if (!declared.isIntegralNumber() || !declared.canConvertToLong() || declared.longValue() != id) {
            throw ExchangeException.at(file, "trial_id is " + declared + " in the folder of trial " + id);
        }
        return new TrialFile(id, status(file, json.path("status")), parameters(file, json.path("parameters")));
    }

    private static TrialStatus status(Path file, JsonNode json) {
        for (TrialStatus status : TrialStatus.values()) {
            if (json.isString() && status.name().equals(json.stringValue())) {
                return status;
            }
        }
        throw ExchangeException.at(file, "status is " + json + ", not COMPLETE, INCOMPLETE or INFEASIBLE");
    }

    private static Map<String, Object> parameters(Path file, JsonNode json) {
        if (!json.isObject()) {
            throw ExchangeException.at(file, "parameters is not an object");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        json.properties().forEach(entry -> parameters.put(entry.getKey(), plain(entry.getValue())));
        return parameters;
    }

    private static Object plain(JsonNode json) {
        if (json.isIntegralNumber() && json.canConvertToLong()) {
            return json.longValue();
        }
        if (json.isNumber()) {
            return json.doubleValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isString() ? json.stringValue() : json.toString();
    }

    /** The parameter {@code learning_rate}, or null where there is none. */
    Double learningRate() {
        return parameters.get("learning_rate") instanceof Number number ? number.doubleValue() : null;
    }
}
