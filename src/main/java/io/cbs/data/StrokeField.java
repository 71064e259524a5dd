package io.cbs.data;

import java.util.Arrays;

/**
 * The distance to the strokes of one digit, tabulated. The strokes join the centres of neighbouring set dots of a
 * bitmap; a digit is drawn at any thickness by comparing the distance with half of it. Units are dots.
 */
final class StrokeField {

    /** Table entries per dot. */
    private static final int FINENESS = 4;
    /** Dots tabulated around the bitmap; must exceed half of the thickest stroke with its soft edge. */
    private static final int MARGIN = 2;

    private final int columns;
    private final int rows;
    private final float[] table;

    /** Tabulates a bitmap; {@code dots[row][column]} says whether the dot is set. */
    StrokeField(boolean[][] dots) {
        columns = (dots[0].length - 1 + 2 * MARGIN) * FINENESS + 1;
        rows = (dots.length - 1 + 2 * MARGIN) * FINENESS + 1;
        table = new float[columns * rows];
        Arrays.fill(table, Float.MAX_VALUE);
        for (int row = 0; row < dots.length; row++) {
            for (int column = 0; column < dots[0].length; column++) {
                if (isSet(dots, row, column)) {
                    joinToNeighbours(dots, row, column);
                }
            }
        }
    }

    /** Distance of a point from the nearest stroke; x is 0 at the first column of dots, y is 0 at the first row. */
    double distance(double x, double y) {
        double u = (x + MARGIN) * FINENESS;
        double v = (y + MARGIN) * FINENESS;
        if (!(u >= 0 && v >= 0 && u < columns - 1 && v < rows - 1)) {
            return Double.MAX_VALUE;
        }
        int column = (int) u;
        int row = (int) v;
        double fx = u - column;
        double fy = v - row;
        int i = row * columns + column;
        double upper = table[i] + fx * (table[i + 1] - table[i]);
        double lower = table[i + columns] + fx * (table[i + columns + 1] - table[i + columns]);
        return upper + fy * (lower - upper);
    }

    private void joinToNeighbours(boolean[][] dots, int row, int column) {
        addSegment(column, row, 0, 0);
        boolean right = isSet(dots, row, column + 1);
        boolean below = isSet(dots, row + 1, column);
        if (right) {
            addSegment(column, row, 1, 0);
        }
        if (below) {
            addSegment(column, row, 0, 1);
        }
        // A diagonal would fill the corner that two straight joins already turn.
        if (!right && !below && isSet(dots, row + 1, column + 1)) {
            addSegment(column, row, 1, 1);
        }
        if (!below && !isSet(dots, row, column - 1) && isSet(dots, row + 1, column - 1)) {
            addSegment(column, row, -1, 1);
        }
    }

    private void addSegment(int x0, int y0, int dx, int dy) {
        int squaredLength = Math.max(1, dx * dx + dy * dy);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (double) column / FINENESS - MARGIN - x0;
                double y = (double) row / FINENESS - MARGIN - y0;
                double along = Math.max(0, Math.min(1, (x * dx + y * dy) / squaredLength));
                double distance = Math.sqrt(squared(x - along * dx) + squared(y - along * dy));
                int i = row * columns + column;
                table[i] = Math.min(table[i], (float) distance);
            }
        }
    }

    private static double squared(double x) {
        return x * x;
    }

    private static boolean isSet(boolean[][] dots, int row, int column) {
        return row >= 0 && row < dots.length && column >= 0 && column < dots[0].length && dots[row][column];
    }
}
