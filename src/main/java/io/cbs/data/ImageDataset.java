package io.cbs.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Labelled images in memory, in a training and a held-out part.
 *
 * <p>The arrays are neither copied on the way in nor on the way out, since they can be gigabytes: whoever holds one
 * must not write to it. Because of the arrays, {@code equals} compares identities; compare {@link #fingerprint()}.
 *
 * @param name what the set is called in output
 * @param channels values per pixel, 1 for grey
 * @param height pixels
 * @param width pixels
 * @param classes number of classes, 1 to 256; every label is below it
 * @param train examples to train on
 * @param heldOut examples to evaluate on
 */
public record ImageDataset(String name, int channels, int height, int width, int classes, Part train, Part heldOut) {

    /**
     * Examples in order.
     *
     * @param images values 0 to 255 as unsigned bytes, [n, channels, height, width] in row-major order
     * @param labels classes as unsigned bytes, [n]
     */
    public record Part(byte[] images, byte[] labels) {

        /** Number of examples. */
        public int count() {
            return labels.length;
        }
    }

    /**
     * Checks shapes and labels.
     *
     * @throws IllegalArgumentException if a part is empty, its arrays do not fit together or a label is not a class
     */
    public ImageDataset {
        check("train", train, (long) channels * height * width, classes);
        check("held-out", heldOut, (long) channels * height * width, classes);
    }

    /** Number of values of one image: channels x height x width. */
    public int imageSize() {
        return channels * height * width;
    }

    /** The first 16 hexadecimal digits of the SHA-256 of shapes, images and labels; the name is not part of it. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        int[] header = {channels, height, width, classes, train.count(), heldOut.count()};
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * header.length);
        bytes.asIntBuffer().put(header);
        digest.update("image-dataset/1\n".getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update(train.images);
        digest.update(train.labels);
        digest.update(heldOut.images);
        digest.update(heldOut.labels);
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static void check(String part, Part data, long imageSize, int classes) {
        if (data.count() == 0) {
            throw new IllegalArgumentException("the " + part + " part has no examples");
        }
        if (imageSize <= 0 || data.images.length != data.count() * imageSize) {
            throw new IllegalArgumentException("the " + part + " part has " + data.images.length
                    + " bytes of images for " + data.count() + " labels; expected " + imageSize + " bytes for each");
        }
        for (int i = 0; i < data.count(); i++) {
            int label = Byte.toUnsignedInt(data.labels[i]);
            if (label >= classes) {
                throw new IllegalArgumentException("label " + label + " of " + part + " example " + i
                        + " is not below the number of classes, " + classes);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
