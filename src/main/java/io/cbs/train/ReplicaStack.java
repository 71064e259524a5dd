package io.cbs.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.config.NoiseScaleConfig;
import io.cbs.data.Minibatches;
import io.cbs.measure.GradientNoise;
import io.cbs.measure.Measurement.Series;
import io.cbs.optim.Optimizer.Hyperparameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stack on a device: the parameter matrix, the optimiser's matrices and the hyperparameters' columns. */
final class ReplicaStack implements Stack {
    /** A call that lasts about this long reacts to signals soon enough and makes the call's own cost vanish. */
    private static final double CALL_SECONDS = 0.5;

    private static final long BLOCK_BYTES = 64L << 20;

    /** Examples times replicas that an evaluation holds at once: small enough for a CPU's cache. */
    private static final int CPU_EVALUATION_ROWS = 128;

    private static final int GPU_EVALUATION_ROWS = 16384;

    private final DeviceWorkload shared;
    private final NDManager manager;
    private final Minibatches minibatches;
    private final Minibatches probes;
    /** theta, then the state matrices, then the hyperparameter columns: all with a row per replica. */
    private List<NDArray> matrices = new ArrayList<>();

    private int replicas;
    private long step;
    private int stepsPerCall = 1;

    ReplicaStack(
            DeviceWorkload shared,
            NDManager manager,
            float[] initialRow,
            int batchSize,
            long seed,
            List<Double> learningRates) {
        this.shared = shared;
        this.manager = manager;
        this.minibatches = shared.workload().minibatches(batchSize, seed);
        NoiseScaleConfig noise = shared.noiseScale();
        this.probes = noise == null ? null : shared.workload().probes(noise.microBatch(), seed);
        this.replicas = learningRates.size();
        Shape shape = new Shape(replicas, initialRow.length);
        try (NDArray row = manager.create(initialRow, new Shape(1, initialRow.length))) {
            matrices.add(row.repeat(0, replicas));
        }
        shared.optimizer().state().forEach(name -> matrices.add(manager.zeros(shape)));
        List<List<Hyperparameter>> columns = learningRates.stream()
                .map(rate -> shared.optimizer().hyperparameters(rate))
                .toList();
        for (int h = 0; h < columns.get(0).size(); h++) {
            float[] column = new float[replicas];
            for (int i = 0; i < replicas; i++) {
                column[i] = (float) columns.get(i).get(h).value();
            }
            matrices.add(manager.create(column, new Shape(replicas, 1)));
        }
    }

    @Override
    public int replicas() {
        return replicas;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public void advanceTo(long target) {
        while (step < target) {
            shared.stop().check();
            int steps = (int) Math.min(target - step, stepsPerCall);
            long start = System.nanoTime();
            train(steps);
            adapt(steps, (System.nanoTime() - start) * 1e-9);
            step += steps;
        }
    }

    /** Trains {@code steps} steps in one native call and waits for the device. */
    private void train(int steps) {
        try (NDManager call = manager.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>(matrices);
            arguments.addAll(shared.training());
            arguments.add(Uploads.upload(call, minibatches.block(step, steps)));
            shared.program().call(call, "round", arguments).getFloat();
        }
    }

    private void adapt(int steps, double seconds) {
        long fits = Math.max(1, BLOCK_BYTES / minibatches.bytesPerStep());
        long wanted = (long) (steps * Math.min(4, CALL_SECONDS / Math.max(seconds, 1e-9)));
        // A short call at the end of a round says little about longer ones.
        if (steps == stepsPerCall || seconds > CALL_SECONDS) {
            stepsPerCall = (int) Math.max(1, Math.min(Math.min(wanted, fits), Integer.MAX_VALUE));
        }
    }

    @Override
    public List<Map<Series, Double>> evaluate() {
        List<Map<Series, Double>> rows = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            rows.add(new HashMap<>());
        }
        shared.evaluation().forEach((set, arrays) -> evaluate(set, arrays, rows));
        if (probes != null) {
            measureNoise(shared.noiseScale(), rows);
        }
        return rows;
    }

    /** The draws are a function of seed and step, the same for every learning rate. */
    private void measureNoise(NoiseScaleConfig noise, List<Map<Series, Double>> rows) {
        try (NDManager call = manager.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>(List.of(matrices.get(0)));
            arguments.addAll(shared.training());
            long first = Math.multiplyExact(step, (long) noise.microBatches());
            arguments.add(Uploads.upload(call, probes.block(first, noise.microBatches())));
            double[] norms =
                    shared.program().call(call, "gradientNorms", arguments).toDoubleArray();
            for (int i = 0; i < replicas; i++) {
                GradientNoise estimate =
                        GradientNoise.of(noise.microBatch(), noise.microBatches(), norms[2 * i], norms[2 * i + 1]);
                rows.get(i).put(new Series(EvaluationSet.TRAIN, Metric.GRADIENT_NORM_SQUARED), estimate.normSquared());
                rows.get(i).put(new Series(EvaluationSet.TRAIN, Metric.GRADIENT_VARIANCE), estimate.variance());
            }
        }
    }

    private void evaluate(EvaluationSet set, List<NDArray> arrays, List<Map<Series, Double>> rows) {
        List<Metric> metrics = shared.workload().metrics();
        try (NDManager call = manager.newSubManager()) {
            int rowsAtOnce = call.getDevice().isGpu() ? GPU_EVALUATION_ROWS : CPU_EVALUATION_ROWS;
            List<NDArray> arguments = new ArrayList<>(List.of(matrices.get(0)));
            arguments.addAll(arrays);
            arguments.add(call.create((long) Math.max(1, rowsAtOnce / replicas)));
            double[] values = shared.program().call(call, "evaluate", arguments).toDoubleArray();
            for (int i = 0; i < values.length; i++) {
                rows.get(i / metrics.size()).put(new Series(set, metrics.get(i % metrics.size())), values[i]);
            }
        }
    }

    @Override
    public void keep(int[] rows) {
        long[] indices = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            indices[i] = rows[i];
        }
        try (NDManager call = manager.newSubManager()) {
            NDArray keep = call.create(indices);
            List<NDArray> kept = new ArrayList<>();
            for (NDArray matrix : matrices) {
                kept.add(shared.program().call(manager, "rows", List.of(matrix, keep)));
            }
            matrices.forEach(NDArray::close);
            matrices = kept;
        }
        replicas = rows.length;
    }

    @Override
    public void close() {
        manager.close();
    }
}
