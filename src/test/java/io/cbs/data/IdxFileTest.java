package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.data.IdxHeader.Content;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("none"), Content.IMAGES))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("none")
                        + ": expected a file, found none; check the path in the config, or fetch the file");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> read(folder, Content.IMAGES))
                .hasMessage(folder + ": expected a file, found a directory; name the file in it");
    }

    @Test
    void emptyFilesAreRefused() {
        assertRefused(new byte[0], "expected 4 bytes or more, found an empty file; fetch the file again");
        assertRefused(
                IdxBytes.gzip(new byte[0]),
                "expected 4 decompressed bytes or more, found an empty file; fetch the file again");
    }

    @Test
    void aFileThatEndsInItsHeaderIsRefused() {
        assertRefused(
                Arrays.copyOf(IdxBytes.images(2), 9),
                "expected 16 bytes or more, found 9 (truncated); fetch the file again");
    }

    @Test
    void anotherFormatIsRefusedWithItsFirstBytes() {
        assertRefused(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10},
                "expected an IDX file, plain or gzip (first bytes 00 00 08), found first bytes 89 50 4e 47;"
                        + " check that this is the published file and not another format or a saved error page");
    }

    @Test
    void otherTypesThanUnsignedBytesAreRefused() {
        byte[] floats = IdxBytes.images(2);
        floats[2] = 0x0D;
        assertRefused(
                floats,
                "expected unsigned bytes (type 08), found floats (type 0d); convert the values to unsigned bytes");
    }

    @Test
    void exchangedImagesAndLabelsAreRefused() {
        assertRefused(
                IdxBytes.labels(2),
                "expected images (3 or 4 dimensions), found labels (1 dimension);"
                        + " check that the config does not exchange images and labels");
        Path images = folder.resolve("images");
        IdxBytes.write(images, IdxBytes.images(2));
        assertThatThrownBy(() -> read(images, Content.LABELS))
                .hasMessage(images + ": expected labels (1 dimension), found images (3 or 4 dimensions);"
                        + " check that the config does not exchange images and labels");
    }

    @Test
    void otherNumbersOfDimensionsAreRefused() {
        assertRefused(
                IdxBytes.counting(4, 2, 2),
                "expected images (3 or 4 dimensions), found 2 dimensions; check that this is the right file");
    }

    @Test
    void truncatedImagesAreRefusedWithBothLengths() {
        byte[] cut = Arrays.copyOf(IdxBytes.images(2), 27);
        assertRefused(cut, "expected 28 bytes (dimensions 2x2x3), found 27 (truncated); fetch the file again");
        assertRefused(
                IdxBytes.gzip(cut),
                "expected 28 decompressed bytes (dimensions 2x2x3), found 27 (truncated); fetch the file again");
    }

    @Test
    void aTruncatedGzipFileIsRefused() {
        byte[] noise = IdxBytes.counting(100_000, 1, 100, 1000);
        byte[] values = new byte[100_000];
        new Random(1).nextBytes(values);
        System.arraycopy(values, 0, noise, 16, values.length);
        byte[] gzip = IdxBytes.gzip(noise);
        Path file = folder.resolve("file");
        IdxBytes.write(file, Arrays.copyOf(gzip, gzip.length / 2));
        assertThatThrownBy(() -> read(file, Content.IMAGES))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": expected 100016 decompressed bytes (dimensions 1x100x1000), found ")
                .hasMessageEndingWith(" (truncated); fetch the file again");
        assertRefused(
                Arrays.copyOf(gzip, 5),
                "expected gzip data, found the start of it alone (truncated); fetch the file again");
    }

    @Test
    void damagedGzipDataAreRefused() {
        byte[] gzip = IdxBytes.gzip(IdxBytes.images(100));
        gzip[gzip.length - 8] ^= 1;
        assertRefused(gzip, "expected gzip data, found damaged data (Corrupt GZIP trailer); fetch the file again");
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] longer = Arrays.copyOf(IdxBytes.images(2), 31);
        assertRefused(
                longer,
                "expected the file to end after 28 bytes (dimensions 2x2x3), found 3 more;"
                        + " the file is damaged; fetch it again");
        assertRefused(
                IdxBytes.gzip(longer),
                "expected the file to end after 28 decompressed bytes (dimensions 2x2x3), found at least 3 more;"
                        + " the file is damaged; fetch it again");
    }

    @Test
    void zeroDimensionsAreRefused() {
        assertRefused(
                IdxBytes.counting(0, 0, 28, 28),
                "expected at least one value, found dimensions 0x28x28; check that this is the right file");
    }

    @Test
    void absurdDimensionsAreRefusedWithoutAllocation() {
        assertRefused(
                IdxBytes.counting(0, -1, 1000, 1000),
                "expected 4294967295000016 bytes (dimensions 4294967295x1000x1000), found 16 (truncated);"
                        + " fetch the file again");
        assertRefused(
                IdxBytes.counting(0, 1, 40_000, 40_000, -1),
                "expected images below 2 GiB each, found dimensions 1x40000x40000x4294967295;"
                        + " the file is damaged; fetch it again");
        // Two billion bytes would not fit the heap of the tests.
        assertRefused(
                IdxBytes.gzip(IdxBytes.counting(0, 1, 2, 1_000_000_000)),
                "expected 2000000016 decompressed bytes (dimensions 1x2x1000000000), found 16 (truncated);"
                        + " fetch the file again");
    }

    @Test
    void partsTooLargeForAnArrayAreRefused() {
        assertRefused(
                IdxBytes.gzip(IdxBytes.counting(0, 3, 1, 1_000_000_000)),
                "expected at most 2 examples of this size in one part, found 3; use fewer by a split");
    }

    private void assertRefused(byte[] content, String message) {
        Path file = folder.resolve("file");
        IdxBytes.write(file, content);
        assertThatThrownBy(() -> read(file, Content.IMAGES))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": " + message);
    }

    /** Reads all of a file. */
    private static void read(Path file, Content content) {
        try (IdxFile idx = IdxFile.open(file, content)) {
            assertThat(idx.take((int) idx.header().count())).isNotEmpty();
            idx.expectEnd();
        }
    }
}
