package io.cbs.config;

/** Where the examples of a classifier come from. */
public sealed interface DataConfig {

    /**
     * The embedded set of procedurally drawn 28x28 digits.
     *
     * @param classes number of classes, 2 to 10
     * @param train number of training examples
     * @param heldOut number of held-out examples
     * @param difficulty strength of the distortions, 0 (clean) to 1
     * @param seed the set itself is a function of this seed; it does not change with the trial's seed
     */
    record Glyphs(int classes, int train, int heldOut, double difficulty, long seed) implements DataConfig {}

    /**
     * Images and labels in IDX files, gzip or not, as MNIST and Fashion-MNIST are published.
     *
     * @param images path of the training images; {@code ${NAME}} stands for an environment variable
     * @param labels path of the training labels
     * @param heldOutImages path of the held-out images, or {@code null} to split the training pair
     * @param heldOutLabels path of the held-out labels, or {@code null}
     * @param split with one pair only: the first {@code split.train} examples train, the next are held out; else null
     */
    record Idx(String images, String labels, String heldOutImages, String heldOutLabels, Split split)
            implements DataConfig {}

    /** Sizes of the two parts of one file pair, taken in file order. */
    record Split(int train, int heldOut) {}
}
