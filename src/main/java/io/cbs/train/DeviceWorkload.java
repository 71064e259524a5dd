package io.cbs.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.cbs.config.EvaluationSet;
import io.cbs.config.NoiseScaleConfig;
import io.cbs.data.CounterRandom;
import io.cbs.data.Purpose;
import io.cbs.optim.Optimizer;
import io.cbs.program.EngineFacts;
import io.cbs.program.Program;
import io.cbs.workload.Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A workload and an optimiser on one device: the loaded program and the data, uploaded once and shared by all stacks
 * there. Stacks may be made and used by several threads, one each.
 */
public final class DeviceWorkload implements Stack.Factory, AutoCloseable {
    private final Workload workload;
    private final Optimizer optimizer;
    private final StopSignal stop;
    private final NDManager manager;
    private final Program program;
    private final List<NDArray> training;
    private final Map<EvaluationSet, List<NDArray>> evaluation = new EnumMap<>(EvaluationSet.class);
    private final NoiseScaleConfig noiseScale;

    /**
     * Loads the program and uploads the data.
     *
     * @param device where everything lives
     * @param sets the sets to evaluate on
     * @param noiseScale how evaluations measure the gradient noise scale, or null where they do not
     * @param stop checked between native calls
     * @throws io.cbs.program.ProgramException where the engine refuses the program
     */
    public DeviceWorkload(
            Workload workload,
            Optimizer optimizer,
            Device device,
            Set<EvaluationSet> sets,
            NoiseScaleConfig noiseScale,
            StopSignal stop) {
        this.workload = workload;
        this.noiseScale = noiseScale;
        this.optimizer = optimizer;
        this.stop = stop;
        this.manager = NDManager.newBaseManager(device);
        this.program = Program.load(manager, workload, optimizer);
        this.training = workload.trainingData().stream()
                .map(array -> Uploads.upload(manager, array))
                .toList();
        for (EvaluationSet set : sets) {
            evaluation.put(
                    set,
                    workload.evaluationData(set).stream()
                            .map(array -> Uploads.upload(manager, array))
                            .toList());
        }
    }

    /**
     * The same on a device given by name, see {@link Devices#of}.
     *
     * @throws DeviceException where this machine has no such device
     */
    public static DeviceWorkload open(
            Workload workload,
            Optimizer optimizer,
            String device,
            Set<EvaluationSet> sets,
            NoiseScaleConfig noiseScale,
            StopSignal stop) {
        return new DeviceWorkload(workload, optimizer, Devices.of(device), sets, noiseScale, stop);
    }

    /** What the engine and the device are, for the environment record. */
    public Map<String, Object> facts() {
        return EngineFacts.of(manager.getDevice());
    }

    @Override
    public Stack create(int batchSize, long seed, List<Double> learningRates) {
        float[] row = workload.matrix().initialRow(new CounterRandom(seed, Purpose.INITIALISATION));
        NDManager own = manager.newSubManager();
        try {
            return new ReplicaStack(this, own, row, batchSize, seed, learningRates);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Whether this is a GPU. */
    public boolean isGpu() {
        return manager.getDevice().isGpu();
    }

    /** Native calls made so far. */
    public long calls() {
        return program.calls();
    }

    @Override
    public void close() {
        program.close();
        manager.close();
    }

    Workload workload() {
        return workload;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    StopSignal stop() {
        return stop;
    }

    Program program() {
        return program;
    }

    List<NDArray> training() {
        return training;
    }

    NoiseScaleConfig noiseScale() {
        return noiseScale;
    }

    Map<EvaluationSet, List<NDArray>> evaluation() {
        return evaluation;
    }
}
