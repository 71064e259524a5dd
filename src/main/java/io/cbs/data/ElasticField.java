package io.cbs.data;

/**
 * A smooth random displacement of the plane: a surface of uniform cubic B-splines over random control points, one
 * component of the displacement for each of two surfaces.
 */
final class ElasticField {

    /** Pixels between control points. */
    private static final int SPACING = 7;
    /** Control points in each direction: a spline needs one before the image and two after its last piece. */
    private static final int POINTS = Glyphs.SIZE / SPACING + 3;

    /** Numbers that the constructor takes. */
    static final int DRAWS = 2 * POINTS * POINTS;

    /** The four weights of a spline's piece at each pixel of it; never written to. */
    private static final double[] WEIGHTS = weights();

    private final double[] controls = new double[DRAWS];
    private final double[] row = new double[2 * POINTS];

    /** Draws control points uniformly in [-strength, strength) x [-strength, strength). */
    ElasticField(Draws draws, double strength) {
        for (int i = 0; i < DRAWS; i++) {
            controls[i] = draws.around(strength);
        }
    }

    /** Selects the row of pixels that {@link #x} and {@link #y} speak of. */
    void enterRow(int pixelRow) {
        int first = pixelRow / SPACING * 2 * POINTS;
        for (int i = 0; i < row.length; i++) {
            row[i] = blend(controls, first + i, 2 * POINTS, pixelRow % SPACING);
        }
    }

    /** Horizontal displacement in a column of the row. */
    double x(int pixelColumn) {
        return blend(row, pixelColumn / SPACING * 2, 2, pixelColumn % SPACING);
    }

    /** Vertical displacement in a column of the row. */
    double y(int pixelColumn) {
        return blend(row, pixelColumn / SPACING * 2 + 1, 2, pixelColumn % SPACING);
    }

    /** The spline of four values, {@code step} pixels after its piece begins. */
    private static double blend(double[] values, int first, int stride, int step) {
        int w = 4 * step;
        return WEIGHTS[w] * values[first]
                + WEIGHTS[w + 1] * values[first + stride]
                + WEIGHTS[w + 2] * values[first + 2 * stride]
                + WEIGHTS[w + 3] * values[first + 3 * stride];
    }

    private static double[] weights() {
        double[] weights = new double[4 * SPACING];
        for (int step = 0; step < SPACING; step++) {
            double t = (double) step / SPACING;
            double s = 1 - t;
            weights[4 * step] = s * s * s / 6;
            weights[4 * step + 1] = (4 - 3 * t * t * (2 - t)) / 6;
            weights[4 * step + 2] = (4 - 3 * s * s * (2 - s)) / 6;
            weights[4 * step + 3] = t * t * t / 6;
        }
        return weights;
    }
}
