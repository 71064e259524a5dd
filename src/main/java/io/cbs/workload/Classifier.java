package io.cbs.workload;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.data.CounterRandom;
import io.cbs.data.HostArray;
import io.cbs.data.ImageDataset;
import io.cbs.data.Minibatches;
import io.cbs.data.Purpose;
import io.cbs.data.SampleStream;
import io.cbs.nn.Matrix;
import io.cbs.nn.Network;
import io.cbs.nn.ProgramText;
import java.util.List;

/**
 * Images in classes: a network, softmax cross-entropy, error rate. Pixels go from bytes to [0, 1] on the device.
 *
 * @param name the workload's name
 * @param data images and labels
 * @param network from images of the data's shape to one logit per class
 * @param trainSample how many training examples the fixed training sample has, at most all
 */
public record Classifier(String name, ImageDataset data, Network network, int trainSample) implements Workload {
    /** libtorch's numbers for what a loss does over its examples. */
    private static final int NO_REDUCTION = 0;

    private static final int SUM = 2;

    @Override
    public String unit() {
        return "examples";
    }

    @Override
    public Matrix matrix() {
        return new Matrix(network.tensors());
    }

    @Override
    public long flopsPerExample() {
        return network.flops();
    }

    @Override
    public long trainingExamples() {
        return data.train().count();
    }

    @Override
    public List<String> arrays() {
        return List.of("images", "labels");
    }

    @Override
    public List<HostArray> trainingData() {
        return arrays(data.train());
    }

    @Override
    public List<HostArray> evaluationData(EvaluationSet set) {
        return arrays(set == EvaluationSet.HELD_OUT ? data.heldOut() : sample(data.train()));
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.CROSS_ENTROPY, Metric.ERROR_RATE);
    }

    @Override
    public Metric loss() {
        return Metric.CROSS_ENTROPY;
    }

    @Override
    public Minibatches minibatches(int batchSize, long seed) {
        return Minibatches.ofIndices(new SampleStream(data.train().count(), seed), batchSize);
    }

    @Override
    public Minibatches probes(int batchSize, long seed) {
        return Minibatches.withReplacement(
                new CounterRandom(seed, Purpose.NOISE), data.train().count(), batchSize);
    }

    @Override
    public String emitLoss(ProgramText text) {
        String pixels = text.let("pixels", "torch.index_select(images, 0, batch)");
        String y = text.let("y", "torch.index_select(labels, 0, batch)");
        String sum = emitCrossEntropy(text, emitLogits(text, pixels), y, SUM);
        return text.let("loss", "torch.div(%s, torch.size(batch, 0))", sum);
    }

    @Override
    public String emitEvaluation(ProgramText text) {
        text.line("n = torch.size(images, 0)");
        text.line("step = int(chunk)");
        text.line("sums = torch.zeros([k, 2], dtype=7, layout=None, device=ops.prim.device(theta))");
        text.open("for i in range(torch.floordiv(torch.sub(torch.add(n, step), 1), step)):");
        text.line("first = torch.mul(i, step)");
        text.line("pixels = torch.slice(images, 0, first, torch.add(first, step), 1)");
        text.line("y = torch.slice(labels, 0, first, torch.add(first, step), 1)");
        String logits = emitLogits(text, "pixels");
        String losses = emitCrossEntropy(text, logits, "y", NO_REDUCTION);
        text.line("loss = torch.sum(torch.reshape(%s, [k, -1]), [1], False, dtype=7)", losses);
        text.line("wrong = torch.sum(torch.ne(torch.argmax(%s, 2), y), [1], False, dtype=7)", logits);
        text.line("_0 = torch.add_(sums, torch.stack([loss, wrong], 1))");
        text.close();
        return text.let("means", "torch.div(sums, n)");
    }

    @Override
    public String fingerprint() {
        return data.fingerprint();
    }

    private String emitLogits(ProgramText text, String pixels) {
        String x = text.let("x", "torch.div(torch.type_as(%s, theta), 255)", pixels);
        return network.emit(text, x, matrix().emitSplit(text, "theta"));
    }

    /** The cross-entropy over the examples of all replicas: each one's, [K * B], or their sum. */
    private String emitCrossEntropy(ProgramText text, String logits, String y, int reduction) {
        text.scope("softmax_cross_entropy");
        String flat = text.let("flat", "torch.reshape(%s, [-1, %d])", logits, data.classes());
        String targets = text.let("targets", "torch.reshape(torch.expand(%s, [k, -1]), [-1])", y);
        String result =
                text.let("losses", "torch.cross_entropy_loss(%s, %s, None, %d, -100, 0.)", flat, targets, reduction);
        text.scope("");
        return result;
    }

    private List<HostArray> arrays(ImageDataset.Part part) {
        long n = part.count();
        long[] labels = new long[part.count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = part.labels()[i] & 0xFF;
        }
        return List.of(
                new HostArray.Bytes(part.images(), n, data.channels(), data.height(), data.width()),
                new HostArray.Longs(labels, n));
    }

    /** The fixed sample of the training set: a function of the sizes alone, the same for every trial. */
    private ImageDataset.Part sample(ImageDataset.Part part) {
        int count = Math.min(trainSample, part.count());
        CounterRandom random = new CounterRandom(0, Purpose.EVALUATION);
        int[] order = new int[part.count()];
        byte[] images = new byte[Math.multiplyExact(count, data.imageSize())];
        byte[] labels = new byte[count];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = 0; i < count; i++) { // the first count entries of a shuffle
            int j = i + random.below(i, order.length - i);
            int chosen = order[j];
            order[j] = order[i];
            System.arraycopy(part.images(), chosen * data.imageSize(), images, i * data.imageSize(), data.imageSize());
            labels[i] = part.labels()[chosen];
        }
        return new ImageDataset.Part(images, labels);
    }
}
