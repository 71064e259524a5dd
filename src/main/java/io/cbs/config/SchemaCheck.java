package io.cbs.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shapes, types and ranges: compares a document with the schema and says in our words where it differs. */
final class SchemaCheck {
    private final JsonNode root;
    private final Schema schema;

    SchemaCheck(String schemaText) {
        root = new JsonMapper().readTree(schemaText);
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, builder -> builder.schemaRegistryConfig(config))
                .getSchema(root);
    }

    void check(Report report) {
        for (Error error : schema.validate(report.document().root())) {
            String pointer = error.getInstanceLocation().toString();
            switch (error.getKeyword()) {
                case "additionalProperties" -> unknownKey(report, pointer, error);
                case "required" -> missingKey(report, pointer, error);
                default -> wrongValue(report, pointer, error);
            }
        }
    }

    private void unknownKey(Report report, String parent, Error error) {
        String key = error.getProperty();
        List<String> known =
                schemaOf(error).path("properties").propertyNames().stream().toList();
        String hint = Hint.didYouMean(key, known);
        String expected = "; expected " + Words.choice(known);
        report.key(Pointer.child(parent, key), "unknown key" + (hint.isEmpty() ? expected : hint));
    }

    private void missingKey(Report report, String parent, Error error) {
        String key = error.getProperty();
        JsonNode wanted = schemaOf(error).path("properties").path(key);
        report.value(Pointer.child(parent, key), "missing; expected " + Expectation.of(wanted, root));
    }

    /** One problem for each value, whatever number of keywords it breaks. */
    private void wrongValue(Report report, String pointer, Error error) {
        if (report.problems().has(pointer)) {
            return;
        }
        JsonNode schemaNode = schemaOf(error);
        JsonNode value = report.at(pointer);
        String expected =
                switch (error.getKeyword()) {
                    case "minItems" ->
                        "at least " + Words.count(schemaNode.path("minItems").intValue(), "entry");
                    case "maxItems" -> "at most " + schemaNode.path("maxItems").intValue() + " entries";
                    case "minProperties" -> Expectation.keys(schemaNode);
                    default -> Expectation.of(schemaNode, root);
                };
        String hint = value.isString() ? Hint.didYouMean(value.stringValue(), Expectation.choices(schemaNode)) : "";
        report.value(pointer, "expected " + expected + ", found " + Words.found(value) + hint);
    }

    /** The part of the schema that the broken keyword stands in. */
    private JsonNode schemaOf(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        return root.at(keyword.substring(0, keyword.lastIndexOf('/')));
    }
}
