package io.cbs.data;

/** What lies over a digit and does not belong to it: stray strokes that add ink and patches that hide it. */
final class Clutter {

    private static final int STROKES = 2;
    private static final int PATCHES = 2;

    /** Numbers that the constructor takes. */
    static final int DRAWS = 5 * STROKES + 4 * PATCHES;

    // At difficulty 1: probability of each, and sizes in pixels.
    private static final double STROKE_PROBABILITY = 0.7;
    private static final double PATCH_PROBABILITY = 0.6;
    private static final double STROKE_LENGTH = 14;
    private static final double STROKE_HALF_WIDTH = 0.7;
    private static final double PATCH_HALF_SIZE = 3.5;

    /** For each stroke start x and y, and direction times length. */
    private final double[] strokes = new double[4 * STROKES];

    private int strokeEnd;

    /** For each patch left, right, top and bottom. */
    private final double[] patches = new double[4 * PATCHES];

    private int patchEnd;

    Clutter(Draws draws, double difficulty) {
        for (int stroke = 0; stroke < STROKES; stroke++) {
            boolean present = draws.unit() < STROKE_PROBABILITY * difficulty;
            strokes[strokeEnd] = draws.unit() * Glyphs.SIZE;
            strokes[strokeEnd + 1] = draws.unit() * Glyphs.SIZE;
            strokes[strokeEnd + 2] = draws.around(STROKE_LENGTH);
            strokes[strokeEnd + 3] = draws.around(STROKE_LENGTH);
            // An absent stroke takes its numbers too, and the next one its place.
            strokeEnd += present ? 4 : 0;
        }
        for (int patch = 0; patch < PATCHES; patch++) {
            boolean present = draws.unit() < PATCH_PROBABILITY * difficulty;
            double stretch = 0.5 + draws.unit();
            double x = draws.unit() * Glyphs.SIZE;
            double y = draws.unit() * Glyphs.SIZE;
            patches[patchEnd] = x - PATCH_HALF_SIZE * stretch;
            patches[patchEnd + 1] = x + PATCH_HALF_SIZE * stretch;
            patches[patchEnd + 2] = y - PATCH_HALF_SIZE / stretch;
            patches[patchEnd + 3] = y + PATCH_HALF_SIZE / stretch;
            patchEnd += present ? 4 : 0;
        }
    }

    /** The ink of a pixel, 0 to 1, after the clutter. */
    double over(double ink, int x, int y) {
        for (int i = 0; i < patchEnd; i += 4) {
            if (x >= patches[i] && x < patches[i + 1] && y >= patches[i + 2] && y < patches[i + 3]) {
                return 0;
            }
        }
        double most = ink;
        for (int i = 0; i < strokeEnd; i += 4) {
            most = Math.max(most, Math.min(1, STROKE_HALF_WIDTH + 0.5 - distance(i, x, y)));
        }
        return most;
    }

    private double distance(int stroke, double pointX, double pointY) {
        double dx = strokes[stroke + 2];
        double dy = strokes[stroke + 3];
        double x = pointX - strokes[stroke];
        double y = pointY - strokes[stroke + 1];
        // The small term keeps a stroke of no length a dot.
        double along = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy + 1e-9)));
        double restX = x - along * dx;
        double restY = y - along * dy;
        return Math.sqrt(restX * restX + restY * restY);
    }
}
