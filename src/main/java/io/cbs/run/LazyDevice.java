package io.cbs.run;

import io.cbs.config.ConfigWriter;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.SweepConfig;
import io.cbs.optim.Optimizer;
import io.cbs.plan.Planner;
import io.cbs.store.ResultsFolder;
import io.cbs.study.Lanes;
import io.cbs.study.StackSource;
import io.cbs.train.DeviceException;
import io.cbs.train.DeviceWorkload;
import io.cbs.train.StopSignal;
import io.cbs.workload.Workload;
import io.cbs.workload.Workloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads engine, data and program before the first wave: a sweep whose trials are all published needs none
 * of them.
 */
final class LazyDevice implements StackSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LazyDevice.class);

    private final SweepConfig config;
    private final ResultsFolder folder;
    private final StopSignal stop;
    private final Lanes lanes;
    private DeviceWorkload loaded;

    LazyDevice(SweepConfig config, ResultsFolder folder, Lanes lanes, StopSignal stop) {
        this.config = config;
        this.folder = folder;
        this.lanes = lanes;
        this.stop = stop;
    }

    @Override
    public Ready ready(int batchSize) {
        if (loaded == null) {
            lanes.runAll(List.of(() -> loaded = load()));
        }
        // On a GPU one stack at a time: kernels take turns anyway, and memory is for one.
        Lanes own = loaded.isGpu() ? tasks -> lanes.runAll(List.of(() -> tasks.forEach(Runnable::run))) : lanes;
        return new Ready(loaded, ReplicaLimit.of(config.workload(), loaded.isGpu(), batchSize), own);
    }

    private DeviceWorkload load() {
        if (config.devices().size() > 1) {
            throw new DeviceException("devices " + config.devices()
                    + ": a sweep trains on one device so far; name one of them in the config");
        }
        Workload workload = Workloads.of(config, System::getenv);
        folder.pinData(Planner.workloadId(config), workload.fingerprint());
        Set<EvaluationSet> sets = config.goals().stream().map(Goal::on).collect(Collectors.toSet());
        DeviceWorkload device = DeviceWorkload.open(
                workload,
                Optimizer.of(config.optimizer()),
                config.devices().get(0),
                sets,
                config.evaluation().noiseScale(),
                stop);
        Map<String, Object> facts = new LinkedHashMap<>(device.facts());
        facts.put("threads_per_stack", 1);
        facts.put("data_fingerprint", workload.fingerprint());
        facts.put("parameters", workload.matrix().columns());
        facts.put("flops_per_example", workload.flopsPerExample());
        folder.recordEnvironment(facts);
        // Not before here: a config that cannot run must not change what a fit of this folder reads.
        folder.writeConfig(ConfigWriter.json(config));
        LOG.info("workload {}: {}", workload.name(), facts);
        return device;
    }

    @Override
    public void close() {
        if (loaded != null) {
            loaded.close();
        }
    }
}
