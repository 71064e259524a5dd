package io.cbs.data;

import io.cbs.config.DataConfig;
import io.cbs.data.ImageDataset.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** Data sets of IDX files: two pairs of images and labels, or one pair that is split in file order. */
final class IdxDataset {

    private static final int LARGEST_COUNT = Integer.MAX_VALUE - 8;

    private final Path images;
    private final Path labels;

    private IdxDataset(String images, String labels, Function<String, String> environment) {
        this.images = PathTemplate.fill(images, environment);
        this.labels = PathTemplate.fill(labels, environment);
    }

    /**
     * Reads a set. The number of classes is the largest label plus one.
     *
     * @throws DataException if a file cannot be had or does not fit
     * @throws IllegalArgumentException if there are neither held-out files nor a split of positive sizes
     */
    static ImageDataset load(DataConfig.Idx config, Function<String, String> environment) {
        boolean twoPairs = config.heldOutImages() != null && config.heldOutLabels() != null;
        DataConfig.Split split = config.split();
        if (twoPairs == (split != null) || split != null && (split.train() < 1 || split.heldOut() < 1)) {
            throw new IllegalArgumentException("idx: expected either held-out files or a split of positive sizes");
        }
        IdxDataset first = new IdxDataset(config.images(), config.labels(), environment);
        if (split != null) {
            Pair pair = first.read(split.train(), split.heldOut());
            return set(first, pair.shape, pair.parts[0], pair.parts[1]);
        }
        IdxDataset second = new IdxDataset(config.heldOutImages(), config.heldOutLabels(), environment);
        Pair train = first.read();
        Pair heldOut = second.read();
        if (!Arrays.equals(train.shape, heldOut.shape)) {
            throw new DataException(
                    second.images,
                    "images of " + describe(train.shape) + " as in " + first.images,
                    describe(heldOut.shape),
                    "give held-out images of the same shape");
        }
        return set(first, train.shape, train.parts[0], heldOut.parts[0]);
    }

    /** Parts of one pair of files; the shape is channels, height, width. */
    private record Pair(int[] shape, Part... parts) {}

    /** Reads the pair in consecutive parts of these sizes, or in one part if none is given. */
    private Pair read(int... sizes) {
        try (IdxFile imageFile = IdxFile.open(images, IdxHeader.Content.IMAGES);
                IdxFile labelFile = IdxFile.open(labels, IdxHeader.Content.LABELS)) {
            long count = imageFile.header().count();
            if (labelFile.header().count() != count) {
                throw new DataException(
                        labels,
                        count + " labels, one for each image of " + images,
                        labelFile.header().count() + " labels",
                        "check that the two files belong together");
            }
            int[] wanted = sizes.length == 0 ? new int[] {(int) Math.min(count, LARGEST_COUNT)} : sizes;
            long sum = Arrays.stream(wanted).asLongStream().sum();
            if (sum > count) {
                throw new DataException(
                        images,
                        "at least " + sum + " images for the split",
                        Long.toString(count),
                        "make the split's train and held-out parts smaller");
            }
            Part[] parts = new Part[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                parts[i] = new Part(imageFile.take(wanted[i]), labelFile.take(wanted[i]));
            }
            imageFile.expectEnd();
            labelFile.expectEnd();
            return new Pair(imageFile.header().imageShape(), parts);
        }
    }

    private static ImageDataset set(IdxDataset source, int[] shape, Part train, Part heldOut) {
        int classes = 1 + Math.max(largestLabel(train), largestLabel(heldOut));
        if (classes < 2) {
            throw new DataException(
                    source.labels, "at least 2 classes", "label 0 alone", "check that this is the right file");
        }
        String name = source.images.getFileName().toString();
        return new ImageDataset(name, shape[0], shape[1], shape[2], classes, train, heldOut);
    }

    private static int largestLabel(Part part) {
        int largest = 0;
        for (byte label : part.labels()) {
            largest = Math.max(largest, Byte.toUnsignedInt(label));
        }
        return largest;
    }

    private static String describe(int[] shape) {
        return shape[0] + "x" + shape[1] + "x" + shape[2];
    }
}
