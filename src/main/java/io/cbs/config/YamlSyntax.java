package io.cbs.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What a YAML parser says about broken text, as one line at the right position. */
final class YamlSyntax {
    private static final Pattern POSITION = Pattern.compile("line ([0-9]+), column ([0-9]+):");

    private YamlSyntax() {}

    static void report(JacksonException error, Source source, Problems problems) {
        String text = error.getOriginalMessage() == null ? "" : error.getOriginalMessage();
        problems.add(position(error, text, source), source.prefix(), "not valid YAML: " + message(text));
    }

    /** The last position in the text is where the parser stopped; the exception's own is the last good token's. */
    private static Mark position(JacksonException error, String text, Source source) {
        Mark mark = source.start();
        TokenStreamLocation location = error.getLocation();
        if (location != null && location.getLineNr() > 0) {
            mark = new Mark(source, location.getLineNr(), Math.max(1, location.getColumnNr()));
        }
        Matcher matcher = POSITION.matcher(text);
        while (matcher.find()) {
            mark = new Mark(source, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        return mark;
    }

    private static String message(String text) {
        if (text.contains("(TAB)")) {
            return "found a tab; indent with spaces";
        }
        if (text.startsWith("Expected a property name")) {
            return "a key must be plain text";
        }
        // Positions and excerpts are indented; the sentences are not.
        List<String> sentences = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .toList();
        if (sentences.isEmpty()) {
            return "cannot be parsed";
        }
        String last = sentences.get(sentences.size() - 1);
        return clean(sentences.size() == 1 ? last : last + ", " + sentences.get(0));
    }

    private static String clean(String sentence) {
        String line = sentence.replaceAll("\\p{Cntrl}", " ")
                .replace("flow sequence", "list in brackets")
                .replace("flow mapping", "mapping in braces")
                .replace("block ", "");
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }
}
