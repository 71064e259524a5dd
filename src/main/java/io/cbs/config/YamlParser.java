package io.cbs.config;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** One YAML text to a tree with the position of every key and value. */
final class YamlParser {
    private static final int MAX_DEPTH = 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Source source;
    private final Problems problems;
    private final YAMLParser parser;
    private final Map<String, Mark> values = new HashMap<>();
    private final Map<String, Mark> keys = new HashMap<>();

    private YamlParser(YAMLParser parser, Source source, Problems problems) {
        this.parser = parser;
        this.source = source;
        this.problems = problems;
    }

    /** The document; its root is missing, with a problem added, where the text is not YAML. */
    static Document parse(String text, Source source, Problems problems) {
        YAMLMapper mapper = new YAMLMapper();
        try (YAMLParser parser = (YAMLParser) mapper.createParser(text)) {
            return new YamlParser(parser, source, problems).document();
        } catch (JacksonException e) {
            YamlSyntax.report(e, source, problems);
        } catch (TooDeep e) {
            problems.add(e.mark, source.prefix(), "nested more than " + MAX_DEPTH + " levels deep");
        }
        return new Document(MissingNode.getInstance(), Map.of(source.prefix(), source.start()), Map.of());
    }

    private Document document() {
        String top = source.prefix();
        if (parser.nextToken() == null) {
            values.put(top, source.start());
            problems.add(source.start(), top, "the file is empty");
            return new Document(MissingNode.getInstance(), values, keys);
        }
        JsonNode root = value(top, 0);
        if (parser.nextToken() != null) {
            problems.add(mark(), top, "a second document starts here; expected one");
        }
        return new Document(root, values, keys);
    }

    private JsonNode value(String pointer, int depth) {
        Mark mark = mark();
        values.put(pointer, mark);
        if (depth > MAX_DEPTH) {
            throw new TooDeep(mark);
        }
        JsonToken token = parser.currentToken();
        if (parser.isCurrentAlias()) {
            return refuse(pointer, "YAML aliases are not supported; write the value out");
        }
        if (parser.getTypeId() != null) {
            problems.add(mark, pointer, "YAML tags such as `!!str` are not supported; leave it out");
        }
        return switch (token) {
            case START_OBJECT -> mapping(pointer, depth);
            case START_ARRAY -> list(pointer, depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> real(pointer);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode mapping(String pointer, int depth) {
        ObjectNode node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String child = Pointer.child(pointer, key);
            Mark mark = mark();
            if (node.has(key)) {
                int first = keys.get(child).line();
                problems.add(mark, child, Words.quoted(key) + " is given twice, first on line " + first);
            }
            keys.put(child, mark);
            parser.nextToken();
            node.set(key, value(child, depth + 1));
        }
        return node;
    }

    private ArrayNode list(String pointer, int depth) {
        ArrayNode node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(Pointer.child(pointer, node.size()), depth + 1));
        }
        return node;
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode real(String pointer) {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            return refuse(pointer, "expected a finite number, found " + Words.oneLine(parser.getString()));
        }
        // The schema's validator takes a whole number such as 1e33 for a long unless it is told.
        return Math.abs(number) >= 0x1p63
                ? NODES.numberNode(new BigDecimal(Double.toString(number)).toBigInteger())
                : NODES.numberNode(number);
    }

    private JsonNode refuse(String pointer, String message) {
        problems.add(mark(), pointer, message);
        return NODES.nullNode();
    }

    private Mark mark() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Mark(source, location.getLineNr(), location.getColumnNr());
    }

    /** Ends the parse at once: going on would use up the stack. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Mark mark;

        TooDeep(Mark mark) {
            super(null, null, false, false);
            this.mark = mark;
        }
    }
}
