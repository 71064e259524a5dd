package io.cbs.config;

/**
 * One thing wrong with a config.
 *
 * @param file the file as the user named it
 * @param line 1-based line
 * @param column 1-based column
 * @param path where in the document, such as {@code learning_rate.from} or {@code goals[0].metric}
 * @param message what was expected, what was found, and a hint where there is one
 */
public record Problem(String file, int line, int column, String path, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + path + ": " + message;
    }
}
