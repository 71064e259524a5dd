package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.config.DataConfig;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlyphsTest {

    private static final int PIXELS = 28 * 28;

    @Test
    void imagesNeverDrift() {
        assertThat(draw(10, 200, 100, 0.5, 1).fingerprint()).isEqualTo("bbe789b6c3d13a76");
        assertThat(draw(10, 200, 100, 0, 1).fingerprint()).isEqualTo("a65642906fc12094");
        assertThat(draw(4, 50, 50, 1, -7).fingerprint()).isEqualTo("eea2e31b2ffd280d");
    }

    @Test
    void aLargerSetBeginsWithTheSmallerOne() {
        ImageDataset small = draw(10, 30, 20, 0.5, 1);
        ImageDataset large = draw(10, 100, 90, 0.5, 1);
        assertThat(Arrays.copyOf(large.train().images(), 30 * PIXELS))
                .isEqualTo(small.train().images());
        assertThat(Arrays.copyOf(large.train().labels(), 30))
                .isEqualTo(small.train().labels());
        assertThat(Arrays.copyOf(large.heldOut().images(), 20 * PIXELS))
                .isEqualTo(small.heldOut().images());
    }

    @Test
    void noTwoDistortedImagesAreEqual() {
        ImageDataset set = draw(10, 500, 500, 0.1, 1);
        Set<String> images = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            images.add(Arrays.toString(image(set.train(), i)));
            images.add(Arrays.toString(image(set.heldOut(), i)));
        }
        assertThat(images).hasSize(1000);
    }

    @Test
    void seedsGiveDifferentSets() {
        assertThat(draw(10, 10, 10, 0.5, 1).fingerprint())
                .isNotEqualTo(draw(10, 10, 10, 0.5, 2).fingerprint());
    }

    @Test
    void labelsAreBalancedOverTheFirstClasses() {
        ImageDataset set = draw(3, 300, 30, 0.5, 1);
        int[] counts = new int[3];
        for (byte label : set.train().labels()) {
            counts[label]++;
        }
        assertThat(set.classes()).isEqualTo(3);
        assertThat(counts).containsExactly(100, 100, 100);
    }

    @Test
    void cleanImagesAreTheThreeHandsOfEachDigit() {
        ImageDataset set = draw(10, 1000, 10, 0, 1);
        Set<String> images = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            images.add(set.train().labels()[i] + Arrays.toString(image(set.train(), i)));
        }
        assertThat(images).hasSize(30);
    }

    @Test
    void cleanImagesUseTheWholeRangeOfGrey() {
        byte[] image = image(draw(10, 10, 10, 0, 1).train(), 0);
        assertThat(image).contains((byte) 0, (byte) 255);
    }

    @Test
    void nearestMeanImageErrsMoreAsDifficultyRises() {
        double[] errors = {nearestMeanError(0), nearestMeanError(0.25), nearestMeanError(0.5), nearestMeanError(1)};
        assertThat(errors).isSorted();
        assertThat(errors[0]).isLessThan(0.05);
        assertThat(errors[2])
                .as("well above chance, but no task for a linear model")
                .isBetween(0.3, 0.55);
        assertThat(errors[3]).isBetween(0.6, 0.85);
    }

    @Test
    void badParametersAreRefused() {
        assertThatThrownBy(() -> draw(11, 10, 10, 0.5, 1)).hasMessage("glyphs: classes is 11, expected 2 to 10");
        assertThatThrownBy(() -> draw(10, 0, 10, 0.5, 1)).hasMessage("glyphs: train is 0, expected 1 to 2739137");
        assertThatThrownBy(() -> draw(10, 10, 3_000_000, 0.5, 1))
                .hasMessage("glyphs: heldOut is 3000000, expected 1 to 2739137");
        assertThatThrownBy(() -> draw(10, 10, 10, Double.NaN, 1))
                .hasMessage("glyphs: difficulty is NaN, expected 0 to 1");
    }

    private static double nearestMeanError(double difficulty) {
        ImageDataset set = draw(10, 4000, 1000, difficulty, 3);
        double[][] means = new double[10][PIXELS];
        for (int i = 0; i < set.train().count(); i++) {
            double[] mean = means[set.train().labels()[i]];
            for (int j = 0; j < PIXELS; j++) {
                mean[j] += (set.train().images()[i * PIXELS + j] & 0xFF) / 400.0;
            }
        }
        int errors = 0;
        for (int i = 0; i < set.heldOut().count(); i++) {
            byte[] image = image(set.heldOut(), i);
            int nearest = 0;
            for (int k = 1; k < 10; k++) {
                nearest = distance(image, means[k]) < distance(image, means[nearest]) ? k : nearest;
            }
            errors += nearest == set.heldOut().labels()[i] ? 0 : 1;
        }
        return (double) errors / set.heldOut().count();
    }

    private static double distance(byte[] image, double[] mean) {
        double sum = 0;
        for (int j = 0; j < PIXELS; j++) {
            sum += ((image[j] & 0xFF) - mean[j]) * ((image[j] & 0xFF) - mean[j]);
        }
        return sum;
    }

    private static byte[] image(ImageDataset.Part part, int index) {
        return Arrays.copyOfRange(part.images(), index * PIXELS, (index + 1) * PIXELS);
    }

    private static ImageDataset draw(int classes, int train, int heldOut, double difficulty, long seed) {
        return Datasets.load(new DataConfig.Glyphs(classes, train, heldOut, difficulty, seed), name -> null);
    }
}
