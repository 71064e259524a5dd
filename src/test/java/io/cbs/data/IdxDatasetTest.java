package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cbs.config.DataConfig;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDatasetTest {

    @TempDir
    private Path folder;

    @Test
    void aSplitTakesTrainAndThenHeldOutExamplesInFileOrder() {
        ImageDataset set = load(split(IdxBytes.images(5), IdxBytes.labels(5), 3, 1));
        assertThat(set.channels()).isEqualTo(1);
        assertThat(set.height()).isEqualTo(2);
        assertThat(set.width()).isEqualTo(3);
        assertThat(set.classes()).isEqualTo(4);
        assertThat(set.train().images()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
        assertThat(set.train().labels()).containsExactly(0, 1, 2);
        assertThat(set.heldOut().images()).containsExactly(18, 19, 20, 21, 22, 23);
        assertThat(set.heldOut().labels()).containsExactly(3);
    }

    @Test
    void gzipIsRecognisedByContentAndGivesTheSameSet() {
        ImageDataset plain = load(split(IdxBytes.images(5), IdxBytes.labels(5), 3, 1));
        ImageDataset gzip = load(split(IdxBytes.gzip(IdxBytes.images(5)), IdxBytes.gzip(IdxBytes.labels(5)), 3, 1));
        assertThat(gzip.fingerprint()).isEqualTo(plain.fingerprint());
    }

    @Test
    void gzipLargerThanTheFirstChunkIsReadWhole() {
        byte[] images = IdxBytes.counting(300_000, 3, 1, 100, 1000);
        ImageDataset set = load(split(IdxBytes.gzip(images), IdxBytes.labels(3), 2, 1));
        assertThat(set.width()).isEqualTo(1000);
        assertThat(set.train().images()).isEqualTo(Arrays.copyOfRange(images, 20, 200_020));
        assertThat(set.heldOut().images()).isEqualTo(Arrays.copyOfRange(images, 200_020, 300_020));
    }

    @Test
    void twoPairsGiveTheTwoParts() {
        ImageDataset set = load(new DataConfig.Idx(
                file("train", IdxBytes.images(4)),
                file("train-labels", IdxBytes.labels(4)),
                file("test", IdxBytes.images(2)),
                file("test-labels", IdxBytes.labels(2)),
                null));
        assertThat(set.train().labels()).containsExactly(0, 1, 2, 3);
        assertThat(set.heldOut().labels()).containsExactly(0, 1);
        assertThat(set.heldOut().images()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void fourDimensionsAreImagesWithChannels() {
        ImageDataset set = load(split(IdxBytes.counting(48, 2, 3, 4, 2), IdxBytes.labels(2), 1, 1));
        assertThat(new int[] {set.channels(), set.height(), set.width()}).containsExactly(3, 4, 2);
    }

    @Test
    void pairsOfDifferentShapesAreRefused() {
        DataConfig.Idx config = new DataConfig.Idx(
                file("train", IdxBytes.images(4)),
                file("train-labels", IdxBytes.labels(4)),
                file("test", IdxBytes.counting(12, 2, 3, 2)),
                file("test-labels", IdxBytes.labels(2)),
                null);
        assertRefused(
                config,
                path("test") + ": expected images of 1x2x3 as in " + path("train")
                        + ", found 1x3x2; give held-out images of the same shape");
    }

    @Test
    void labelsOfAnotherNumberThanImagesAreRefused() {
        assertRefused(
                split(IdxBytes.images(5), IdxBytes.labels(4), 3, 1),
                path("labels") + ": expected 5 labels, one for each image of " + path("images")
                        + ", found 4 labels; check that the two files belong together");
    }

    @Test
    void aSplitLargerThanTheFilesIsRefused() {
        assertRefused(
                split(IdxBytes.images(5), IdxBytes.labels(5), Integer.MAX_VALUE, 1),
                path("images") + ": expected at least 2147483648 images for the split, found 5;"
                        + " make the split's train and held-out parts smaller");
    }

    @Test
    void aSetOfOneClassIsRefused() {
        byte[] zeros = new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 0};
        assertRefused(
                split(IdxBytes.images(2), zeros, 1, 1),
                path("labels")
                        + ": expected at least 2 classes, found label 0 alone; check that this is the right file");
    }

    @Test
    void truncationBehindTheSplitIsRefused() {
        byte[] cut = Arrays.copyOf(IdxBytes.images(100), 500);
        assertRefused(
                split(IdxBytes.gzip(cut), IdxBytes.labels(100), 3, 1),
                path("images") + ": expected 616 decompressed bytes (dimensions 100x2x3), found 500 (truncated);"
                        + " fetch the file again");
    }

    @Test
    void pathsTakeEnvironmentVariables() {
        file("images", IdxBytes.images(2));
        file("labels", IdxBytes.labels(2));
        DataConfig.Idx config =
                new DataConfig.Idx("${ROOT}/images", "${ROOT}/labels", null, null, new DataConfig.Split(1, 1));
        assertThat(Datasets.load(config, name -> name.equals("ROOT") ? folder.toString() : null)
                        .train()
                        .count())
                .isEqualTo(1);
        assertRefused(
                config,
                "${ROOT}/images: expected environment variable ROOT to hold a path, found it unset;"
                        + " set it, for example: export ROOT=/path/to/data");
        assertThatThrownBy(() -> Datasets.load(config, name -> ""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found it empty");
    }

    @Test
    void neitherHeldOutFilesNorSplitIsRefused() {
        assertThatThrownBy(() -> load(new DataConfig.Idx("a", "b", null, null, null)))
                .hasMessage("idx: expected either held-out files or a split of positive sizes");
    }

    @Test
    void theRealMnistTestFilesAreRead() {
        assumeTrue(System.getenv("CBS_DATA") != null, "CBS_DATA is unset: no MNIST files to read");
        DataConfig.Idx config = new DataConfig.Idx(
                "${CBS_DATA}/mnist10k/t10k-images-idx3-ubyte.gz",
                "${CBS_DATA}/mnist10k/t10k-labels-idx1-ubyte.gz",
                null,
                null,
                new DataConfig.Split(8000, 2000));
        ImageDataset set = Datasets.load(config, System::getenv);
        assertThat(set.name()).isEqualTo("t10k-images-idx3-ubyte.gz");
        assertThat(new int[] {set.height(), set.width(), set.classes()}).containsExactly(28, 28, 10);
        // The first digits of the published test set.
        assertThat(Arrays.copyOf(set.train().labels(), 10)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        assertThat(set.heldOut().count()).isEqualTo(2000);
    }

    private void assertRefused(DataConfig.Idx config, String message) {
        assertThatThrownBy(() -> load(config)).isInstanceOf(DataException.class).hasMessage(message);
    }

    private static ImageDataset load(DataConfig.Idx config) {
        return Datasets.load(config, name -> null);
    }

    private DataConfig.Idx split(byte[] images, byte[] labels, int train, int heldOut) {
        return new DataConfig.Idx(
                file("images", images), file("labels", labels), null, null, new DataConfig.Split(train, heldOut));
    }

    private String file(String name, byte[] content) {
        return IdxBytes.write(folder.resolve(name), content);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
