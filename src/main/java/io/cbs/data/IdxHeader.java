package io.cbs.data;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The shape that an IDX file declares. The file begins with two zero bytes, the type of its values and the number of
 * its dimensions; then come the dimensions, each of four bytes with the highest first, and the values in row-major
 * order.
 *
 * <p>Source: "The IDX file format" on the page of the MNIST database, Y. LeCun, C. Cortes, C. Burges.
 *
 * @param shape number of examples and then the shape of one, all positive
 */
record IdxHeader(long... shape) {

    /** Bytes before the dimensions. */
    static final int MAGIC = 4;

    private static final int UNSIGNED_BYTES = 0x08;

    /** What a file is to hold. */
    enum Content {
        IMAGES("images (3 or 4 dimensions)", 3, 4),
        LABELS("labels (1 dimension)", 1, 1);

        private final String description;
        private final int fewest;
        private final int most;

        Content(String description, int fewest, int most) {
            this.description = description;
            this.fewest = fewest;
            this.most = most;
        }

        private boolean has(int dimensions) {
            return dimensions >= fewest && dimensions <= most;
        }
    }

    /** Reads the number of dimensions from the first {@link #MAGIC} bytes. */
    static int dimensions(Path file, byte[] magic, Content content) {
        if (magic[0] != 0 || magic[1] != 0) {
            throw new DataException(
                    file,
                    "an IDX file, plain or gzip (first bytes 00 00 08)",
                    "first bytes " + HexFormat.ofDelimiter(" ").formatHex(magic),
                    "check that this is the published file and not another format or a saved error page");
        }
        if (magic[2] != UNSIGNED_BYTES) {
            throw new DataException(
                    file,
                    "unsigned bytes (type 08)",
                    typeName(magic[2]) + " (type " + HexFormat.of().toHexDigits(magic[2]) + ")",
                    "convert the values to unsigned bytes");
        }
        int dimensions = Byte.toUnsignedInt(magic[3]);
        if (!content.has(dimensions)) {
            Content other = content == Content.IMAGES ? Content.LABELS : Content.IMAGES;
            throw new DataException(
                    file,
                    content.description,
                    other.has(dimensions) ? other.description : dimensions + " dimensions",
                    other.has(dimensions)
                            ? "check that the config does not exchange images and labels"
                            : "check that this is the right file");
        }
        return dimensions;
    }

    /** Reads the dimensions. */
    static IdxHeader of(Path file, byte[] dimensions) {
        ByteBuffer buffer = ByteBuffer.wrap(dimensions);
        long[] shape = new long[dimensions.length / Integer.BYTES];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Integer.toUnsignedLong(buffer.getInt());
        }
        IdxHeader header = new IdxHeader(shape);
        if (header.productFrom(0) == 0) {
            throw new DataException(file, "at least one value", header.describe(), "check that this is the right file");
        }
        if (header.productFrom(1) > Integer.MAX_VALUE - 8) {
            throw new DataException(
                    file, "images below 2 GiB each", header.describe(), "the file is damaged; fetch it again");
        }
        return header;
    }

    /** Number of examples. */
    long count() {
        return shape[0];
    }

    /** Number of values of one example, which fits an int. */
    int exampleSize() {
        return (int) productFrom(1);
    }

    /** Length of the whole file, decompressed; cannot overflow: at most 2^32 examples below 2^31 bytes. */
    long fileLength() {
        return MAGIC + (long) Integer.BYTES * shape.length + count() * exampleSize();
    }

    /** Channels, height and width of one image. */
    int[] imageShape() {
        int channels = shape.length == 4 ? (int) shape[1] : 1;
        return new int[] {channels, (int) shape[shape.length - 2], (int) shape[shape.length - 1]};
    }

    /** The dimensions, for messages. */
    String describe() {
        return "dimensions " + Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }

    /** The product of the dimensions from one on, or a value of 2^31 or more if it is that large. */
    private long productFrom(int first) {
        long product = 1;
        for (int i = first; i < shape.length; i++) {
            // The cut keeps the product below 2^63.
            product = Math.min(product, 1L << 31) * shape[i];
        }
        return product;
    }

    private static String typeName(byte type) {
        return switch (type) {
            case 0x09 -> "signed bytes";
            case 0x0B -> "short integers";
            case 0x0C -> "integers";
            case 0x0D -> "floats";
            case 0x0E -> "doubles";
            default -> "an unknown type";
        };
    }
}
