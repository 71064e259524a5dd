package io.cbs.workload;

import io.cbs.config.ModelConfig;
import io.cbs.data.ImageDataset;
import java.util.List;

/**
 * Small classifiers on numbers that any language can make again: {@code hash} is a 32-bit mixing function, image byte i
 * is {@code hash(100_000_000 + i) mod 256}, label i is {@code hash(200_000_000 + i) mod classes}, and value i of
 * tensor j is {@code (2 hash(j * 1_000_000 + i) / 2^32 - 1) / sqrt(fan-in)}.
 */
public final class SmallWorkloads {
    private SmallWorkloads() {}

    /** 64 grey images of 12x12 in 5 classes; the held-out part is the training part. */
    public static ImageDataset images() {
        byte[] images = new byte[64 * 144];
        byte[] labels = new byte[64];
        for (int i = 0; i < images.length; i++) {
            images[i] = (byte) (hash(100_000_000 + i) % 256);
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (hash(200_000_000 + i) % 5);
        }
        ImageDataset.Part part = new ImageDataset.Part(images, labels);
        return new ImageDataset("hashed", 1, 12, 12, 5, part, part);
    }

    /** Two 3x3 convolutions of 4 and 6 filters with pooling, 10 hidden units. */
    public static Classifier cnn() {
        return classifier("small-cnn", new ModelConfig.SimpleCnn(List.of(4, 6), 3, 1, 10));
    }

    /** 12 and 8 hidden units. */
    public static Classifier mlp() {
        return classifier("small-mlp", new ModelConfig.Mlp(List.of(12, 8)));
    }

    /** Unsigned 32-bit mixing of a whole number. */
    public static long hash(long value) {
        long x = value & 0xFFFFFFFFL;
        x ^= x >>> 16;
        x = (x * 0x7feb352dL) & 0xFFFFFFFFL;
        x ^= x >>> 15;
        x = (x * 0x846ca68bL) & 0xFFFFFFFFL;
        return x ^ (x >>> 16);
    }

    /** One row of parameters, biases included. */
    public static double[] row(Workload workload) {
        double[] row = new double[workload.matrix().columns()];
        int offset = 0;
        for (int j = 0; j < workload.matrix().tensors().size(); j++) {
            List<Integer> shape = workload.matrix().tensors().get(j).shape();
            int size = workload.matrix().tensors().get(j).size();
            double scale = 1 / Math.sqrt(size / shape.get(0));
            for (int i = 0; i < size; i++) {
                row[offset + i] = scale * (2 * hash(j * 1_000_000L + i) / 0x1p32 - 1);
            }
            offset += size;
        }
        return row;
    }

    private static Classifier classifier(String name, ModelConfig model) {
        ImageDataset data = images();
        return new Classifier(name, data, Models.network(model, data), 32);
    }
}
