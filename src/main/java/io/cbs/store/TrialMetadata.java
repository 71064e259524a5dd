package io.cbs.store;

import io.cbs.measure.TrialEnd;
import io.cbs.plan.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of {@code metadata.json}. It is written in one way only, so a file is good if and only if it is the text
 * that its own content would be written as; the checksum is over that text without the checksum's line.
 *
 * @param status a {@link TrialEnd}'s key, or {@link #RUNNING}
 * @param steps the step of the last measurement, or -1
 */
record TrialMetadata(Trial trial, String status, long steps, String message, String measurementsSha256) {
    static final int SCHEMA_VERSION = 1;
    static final String RUNNING = "running";

    byte[] encode() {
        String body = body();
        return (body + ",\n  \"checksum\" : \"" + checksum(body) + "\"\n}\n").getBytes(StandardCharsets.UTF_8);
    }

    private String body() {
        String form = """
                {
                  "schema_version" : %d,
                  "trial_id" : %s,
                  "parameters" : {
                    "batch_size" : %d,
                    "learning_rate" : %s,
                    "seed" : %d
                  },
                  "status" : %s,
                  "steps" : %d,
                  "message" : %s,
                  "measurements_sha256" : %s""";
        return String.format(
                Locale.ROOT,
                form,
                SCHEMA_VERSION,
                quoted(trial.id()),
                trial.batchSize(),
                Decimals.format(trial.learningRate()),
                trial.seed(),
                quoted(status),
                steps,
                quoted(message),
                quoted(measurementsSha256));
    }

    private static String checksum(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        // Half of a surrogate pair cannot be stored as UTF-8; it becomes a question mark before it is hashed.
        String storable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return JsonMapper.shared().writeValueAsString(storable);
    }

    static TrialMetadata decode(byte[] content) throws UnusableRecordException {
        JsonNode json = parse(content);
        JsonNode version = json.path("schema_version");
        if (!version.isInt()) {
            throw new UnusableRecordException(Names.METADATA + " has no schema_version");
        }
        if (version.intValue() != SCHEMA_VERSION) {
            throw new UnusableRecordException("schema version " + version.intValue()
                    + " was written by another version of cbs; this one reads version " + SCHEMA_VERSION);
        }
        TrialMetadata metadata = bind(json);
        if (!Arrays.equals(metadata.encode(), content)) {
            throw new UnusableRecordException(Names.METADATA + " does not match its checksum");
        }
        return metadata;
    }

    private static JsonNode parse(byte[] content) throws UnusableRecordException {
        try {
            return JsonMapper.shared().readTree(content);
        } catch (JacksonException e) {
            throw new UnusableRecordException(Names.METADATA + " is not JSON");
        }
    }

    private static TrialMetadata bind(JsonNode json) throws UnusableRecordException {
        try {
            JsonNode parameters = json.required("parameters");
            Trial trial = new Trial(
                    json.required("trial_id").stringValue(),
                    parameters.required("batch_size").intValue(),
                    Double.parseDouble(parameters.required("learning_rate").asString()),
                    parameters.required("seed").longValue());
            return new TrialMetadata(
                    trial,
                    json.required("status").stringValue(),
                    json.required("steps").longValue(),
                    json.required("message").stringValue(),
                    json.required("measurements_sha256").stringValue());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnusableRecordException(Names.METADATA + " lacks a field or has one of another type");
        }
    }
}
