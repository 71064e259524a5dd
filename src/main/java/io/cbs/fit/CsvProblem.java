package io.cbs.fit;

/**
 * One thing wrong with a table of steps.
 *
 * @param file the file as the user named it
 * @param line 1-based line
 * @param column 1-based character within the line
 */
public record CsvProblem(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
