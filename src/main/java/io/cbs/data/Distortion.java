package io.cbs.data;

/**
 * How the points of an image map to points of the font: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0, in pixels from
 * the image's centre and dots from the glyph's corner.
 */
record Distortion(double xx, double xy, double yx, double yy, double x0, double y0) {

    /** Dots per pixel of an undistorted glyph, which is then 18 pixels high between the ends of its strokes. */
    private static final double DOTS_PER_PIXEL = 8.0 / 18;

    /** Numbers that {@link #draw} takes. */
    static final int DRAWS = 6;

    // At difficulty 1.
    private static final double ROTATION = 0.75;
    private static final double SHEAR = 0.6;
    private static final double LOG_SCALE = 0.35;
    private static final double SHIFT = 5;

    /** Rotates, shears, stretches and shifts at random, not at all at difficulty 0. */
    static Distortion draw(Draws draws, double difficulty) {
        double rotation = draws.around(ROTATION * difficulty);
        double shear = draws.around(SHEAR * difficulty);
        double scaleX = DOTS_PER_PIXEL * StrictMath.exp(draws.around(LOG_SCALE * difficulty));
        double scaleY = DOTS_PER_PIXEL * StrictMath.exp(draws.around(LOG_SCALE * difficulty));
        double shiftX = draws.around(SHIFT * difficulty);
        double shiftY = draws.around(SHIFT * difficulty);
        double cos = StrictMath.cos(rotation);
        double sin = StrictMath.sin(rotation);
        double xx = scaleX * (cos + shear * sin);
        double xy = scaleX * (shear * cos - sin);
        double yx = scaleY * sin;
        double yy = scaleY * cos;
        double centreX = (GlyphFont.WIDTH - 1) / 2.0;
        double centreY = (GlyphFont.HEIGHT - 1) / 2.0;
        return new Distortion(xx, xy, yx, yy, centreX - xx * shiftX - xy * shiftY, centreY - yx * shiftX - yy * shiftY);
    }
}
