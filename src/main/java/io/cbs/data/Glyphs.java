package io.cbs.data;

import io.cbs.config.DataConfig;
import java.util.stream.IntStream;

/**
 * The embedded set: drawn digits of 28x28 grey pixels, white on black at difficulty 0.
 *
 * <p>Example i of a part shows the digit i mod classes and is a function of seed, part, i, classes and difficulty
 * alone: a larger set begins with the smaller one. Only exactly rounded arithmetic and {@link StrictMath} feed the
 * pixels, so they are the same bytes on every platform.
 */
final class Glyphs {

    /** Height and width in pixels. */
    static final int SIZE = 28;

    private static final int PIXELS = SIZE * SIZE;
    private static final int MOST_CLASSES = 10;

    private Glyphs() {}

    /**
     * Draws the set.
     *
     * @throws IllegalArgumentException if a size, the number of classes or the difficulty is out of range
     */
    static ImageDataset draw(DataConfig.Glyphs config) {
        check(config.classes() >= 2 && config.classes() <= MOST_CLASSES, "classes", config.classes(), "2 to 10");
        check(config.difficulty() >= 0 && config.difficulty() <= 1, "difficulty", config.difficulty(), "0 to 1");
        checkCount("train", config.train());
        checkCount("heldOut", config.heldOut());
        GlyphPainter painter = new GlyphPainter(config.difficulty());
        CounterRandom random = new CounterRandom(config.seed(), Purpose.DATA);
        return new ImageDataset(
                "glyphs",
                1,
                SIZE,
                SIZE,
                config.classes(),
                part(painter, random.fork(0), config.train(), config.classes()),
                part(painter, random.fork(1), config.heldOut(), config.classes()));
    }

    private static ImageDataset.Part part(GlyphPainter painter, CounterRandom random, int count, int classes) {
        byte[] images = new byte[count * PIXELS];
        byte[] labels = new byte[count];
        IntStream.range(0, count).parallel().forEach(i -> {
            labels[i] = (byte) (i % classes);
            painter.paint(labels[i], random.fork(i), images, i * PIXELS);
        });
        return new ImageDataset.Part(images, labels);
    }

    private static void checkCount(String name, int count) {
        int most = (Integer.MAX_VALUE - 8) / PIXELS;
        check(count >= 1 && count <= most, name, count, "1 to " + most);
    }

    private static void check(boolean good, String name, Object value, String range) {
        if (!good) {
            throw new IllegalArgumentException("glyphs: " + name + " is " + value + ", expected " + range);
        }
    }
}
