package io.cbs.run;

import io.cbs.config.EvaluationSet;
import io.cbs.config.ModelConfig;
import io.cbs.data.CounterRandom;
import io.cbs.data.ImageDataset;
import io.cbs.data.Purpose;
import io.cbs.optim.HeavyBall;
import io.cbs.program.EngineThread;
import io.cbs.run.Benchmark.Speed;
import io.cbs.train.DeviceWorkload;
import io.cbs.train.StopSignal;
import io.cbs.workload.Classifier;
import io.cbs.workload.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The benchmark's own workload on a device: random images, so that nothing has to be loaded or drawn. */
public final class BenchmarkRun implements AutoCloseable {
    private static final int EXAMPLES = 8192;

    private final DeviceWorkload device;

    private BenchmarkRun(DeviceWorkload device) {
        this.device = device;
    }

    /**
     * Prepares the calling thread and loads the workload.
     *
     * @param threads cores for one operation on a CPU
     */
    public static BenchmarkRun open(String device, int threads) {
        EngineThread.prepare(threads);
        Classifier cnn = Workloads.classifier(
                "bench-cnn", images(), new ModelConfig.SimpleCnn(List.of(32, 64), 3, 0, 128), EXAMPLES);
        return new BenchmarkRun(DeviceWorkload.open(
                cnn, new HeavyBall(0.9), device, Set.of(EvaluationSet.HELD_OUT), null, new StopSignal()));
    }

    /** What the engine and the device are. */
    public Map<String, Object> facts() {
        return device.facts();
    }

    /** Every stack size at one batch size, see {@link Benchmark}. */
    public List<Speed> measure(int batchSize, List<Integer> replicas, double secondsPerTurn) {
        return new Benchmark(device, secondsPerTurn).measure(batchSize, replicas);
    }

    private static ImageDataset images() {
        CounterRandom random = new CounterRandom(0, Purpose.DATA);
        byte[] pixels = new byte[EXAMPLES * 28 * 28];
        byte[] labels = new byte[EXAMPLES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.bits(i);
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 10);
        }
        ImageDataset.Part part = new ImageDataset.Part(pixels, labels);
        return new ImageDataset("random", 1, 28, 28, 10, part, part);
    }

    @Override
    public void close() {
        device.close();
    }
}
