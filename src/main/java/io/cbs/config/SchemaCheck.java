package io.cbs.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
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
        // Words for messages only; without this the validator warns that it does not know them.
        Dialect dialect = Dialect.builder(Dialects.getDraft7())
                .keyword(new NonValidationKeyword("x-means"))
                .keyword(new NonValidationKeyword("x-unit"))
                .build();
        schema = SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemaRegistryConfig(config))
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
        String kind = report.at(parent).path("kind").asString("");
        String forKind = kind.isEmpty() ? "" : " for kind " + Words.oneLine(kind);
        report.key(Pointer.child(parent, key), "unknown key" + forKind + (hint.isEmpty() ? expected : hint));
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
                    case "maximum" -> Expectation.upTo(schemaNode, root);
                    default -> Expectation.of(schemaNode, root);
                };
        String hint = value.isString() ? Hint.didYouMean(value.stringValue(), Expectation.choices(schemaNode)) : "";
        boolean word = value.isString() && List.of("enum", "pattern").contains(error.getKeyword());
        String found = word ? Words.quoted(value.stringValue()) : Words.found(value);
        report.value(pointer, "expected " + expected + ", found " + found + hint);
    }

    /** The part of the schema that the broken keyword stands in. */
    private JsonNode schemaOf(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        return root.at(keyword.substring(0, keyword.lastIndexOf('/')));
    }
}
