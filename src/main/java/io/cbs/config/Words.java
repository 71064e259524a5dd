package io.cbs.config;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Wording that all problems share. */
final class Words {
    private static final int LONGEST_QUOTE = 60;

    private Words() {}

    /** {@code text} without line breaks and control characters, cut when long: one problem is one line. */
    static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }

    static String quoted(String text) {
        return "`" + oneLine(text) + "`";
    }

    /** {@code `a`, `b` or `c`}. */
    static String choice(List<String> names) {
        return join(names.stream().map(Words::quoted).toList());
    }

    /** {@code a, b or c}. */
    static String join(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " or " + parts.get(last);
    }

    /** What stands in the file, for "found ...". */
    static String found(JsonNode node) {
        if (node.isObject()) {
            return "a mapping";
        }
        if (node.isArray()) {
            return node.isEmpty() ? "an empty list" : "a list";
        }
        if (node.isNull()) {
            return "nothing";
        }
        if (node.isString()) {
            return node.stringValue().isEmpty() ? "empty text" : "the text " + quoted(node.stringValue());
        }
        return oneLine(node.toString());
    }

    /** {@code 1 learning rate}, {@code 2 learning rates}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
