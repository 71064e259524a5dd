package io.cbs.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths in which <code>${NAME}</code> stands for an environment variable. */
final class PathTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private PathTemplate() {}

    /**
     * Fills in the variables.
     *
     * @throws DataException if a variable is unset or empty, or the result cannot be a path
     */
    static Path fill(String template, Function<String, String> environment) {
        String filled = VARIABLE.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(template, match.group(1), environment)));
        try {
            return Path.of(filled);
        } catch (InvalidPathException e) {
            throw new DataException(template, "a path", e.getReason(), "correct the path in the config");
        }
    }

    private static String value(String template, String name, Function<String, String> environment) {
        String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw new DataException(
                    template,
                    "environment variable " + name + " to hold a path",
                    value == null ? "it unset" : "it empty",
                    "set it, for example: export " + name + "=/path/to/data");
        }
        return value;
    }
}
