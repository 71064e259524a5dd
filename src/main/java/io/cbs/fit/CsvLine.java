package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of comma-separated cells, quoted or not (RFC 4180, without line breaks inside quotes).
 *
 * @param number 1-based line
 * @param closed whether every quote was closed
 */
record CsvLine(int number, List<Cell> cells, boolean closed) {

    /** A cell's text, unquoted and trimmed, and the 1-based character where it begins. */
    record Cell(String text, int column) {}

    static CsvLine parse(int number, String line) {
        List<Cell> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        int start = 1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                text.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(new Cell(text.toString().strip(), start));
                text.setLength(0);
                start = i + 2;
            } else {
                text.append(c);
            }
        }
        cells.add(new Cell(text.toString().strip(), start));
        return new CsvLine(number, cells, !quoted);
    }

    /** The cell at {@code index}; an empty one at the end of a line that is too short. */
    Cell cell(int index) {
        return index < cells.size()
                ? cells.get(index)
                : new Cell("", cells.get(cells.size() - 1).column());
    }

    boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty());
    }
}
