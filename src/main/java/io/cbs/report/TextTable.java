package io.cbs.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, numbers to the right, the last column and named ones to the left. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> left;

    /** @param left for each column whether it is aligned to the left */
    TextTable(List<Boolean> left) {
        this.left = List.copyOf(left);
    }

    TextTable row(String... cells) {
        if (cells.length != left.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + left.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** One line per row, each indented by one gap and without trailing blanks. */
    String text() {
        int[] widths = new int[left.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String pad = " ".repeat(widths[c] - row.get(c).length());
                line.append(GAP).append(left.get(c) ? row.get(c) + pad : pad + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
