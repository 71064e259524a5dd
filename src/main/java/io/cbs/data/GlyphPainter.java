package io.cbs.data;

/** Draws one example. Immutable: any number of threads may paint at once. */
final class GlyphPainter {

    private static final int SIZE = Glyphs.SIZE;
    private static final double CENTRE = (SIZE - 1) / 2.0;

    /** Half the width of a stroke and of its soft edge, in dots. */
    private static final double HALF_WIDTH = 0.55;

    private static final double SOFTNESS = 0.45;

    // Strengths at difficulty 1.
    private static final double WIDTH_CHANGE = 0.25;
    private static final double BEND = 4;
    private static final double CONTRAST_LOSS = 0.5;
    private static final double BACKGROUND = 0.25;
    private static final double NOISE = 0.22;

    /** Standard deviation of the sum of four uniform bytes. */
    private static final double FOUR_BYTES = Math.sqrt(4 * (256.0 * 256 - 1) / 12);

    private static final int DRAWS = 4 + Distortion.DRAWS + ElasticField.DRAWS + Clutter.DRAWS;

    private final GlyphFont font = new GlyphFont();
    private final double difficulty;

    GlyphPainter(double difficulty) {
        this.difficulty = difficulty;
    }

    /**
     * Paints a digit over the pixels from {@code offset} on.
     *
     * @param example the generator of this example and of nothing else
     */
    void paint(int digit, CounterRandom example, byte[] pixels, int offset) {
        Draws draws = new Draws(example, DRAWS);
        StrokeField strokes = font.strokes(digit, draws.below(GlyphFont.HANDS));
        double halfWidth = HALF_WIDTH + draws.around(WIDTH_CHANGE * difficulty);
        double contrast = 1 - CONTRAST_LOSS * difficulty * draws.unit();
        double background = BACKGROUND * difficulty * draws.unit();
        Distortion distortion = Distortion.draw(draws, difficulty);
        ElasticField bend = new ElasticField(draws, BEND * difficulty);
        Clutter clutter = new Clutter(draws, difficulty);
        Draws noise = new Draws(example.fork(0), SIZE * SIZE / 2);
        double noiseScale = NOISE * difficulty / FOUR_BYTES;
        long bits = 0;
        for (int row = 0; row < SIZE; row++) {
            bend.enterRow(row);
            for (int column = 0; column < SIZE; column++) {
                double x = column - CENTRE + bend.x(column);
                double y = row - CENTRE + bend.y(column);
                double distance = strokes.distance(
                        distortion.xx() * x + distortion.xy() * y + distortion.x0(),
                        distortion.yx() * x + distortion.yy() * y + distortion.y0());
                double ink = clutter.over(ink(distance - halfWidth), column, row);
                bits = (column & 1) == 0 ? noise.bits() : bits >>> 32;
                double value = background + (1 - background) * contrast * ink + noiseScale * centredByteSum(bits);
                pixels[offset + row * SIZE + column] = (byte) Math.max(0, Math.min(255, (int) (255 * value + 0.5)));
            }
        }
    }

    /** Coverage of a pixel, 0 to 1, at a distance from the stroke's edge that is negative inside. */
    private static double ink(double beyondEdge) {
        return Math.max(0, Math.min(1, 0.5 - beyondEdge / (2 * SOFTNESS)));
    }

    /** The sum of the four lower bytes less its mean: nearly normal, and far cheaper than an exact normal number. */
    private static int centredByteSum(long bits) {
        int low = (int) bits;
        return (low & 0xFF) + (low >>> 8 & 0xFF) + (low >>> 16 & 0xFF) + (low >>> 24) - 510;
    }
}
