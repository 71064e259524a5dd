package io.cbs.run;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.SweepConfig;
import io.cbs.optim.Optimizer;
import io.cbs.plan.Planner;
import io.cbs.store.ResultsFolder;
import io.cbs.train.DeviceException;
import io.cbs.train.DeviceWorkload;
import io.cbs.train.Stack;
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
 * Loads engine, data and program when the first stack is asked for: a sweep whose trials are all published needs none
 * of them.
 */
final class LazyDevice implements Stack.Factory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LazyDevice.class);

    private final SweepConfig config;
    private final ResultsFolder folder;
    private final StopSignal stop;
    private DeviceWorkload loaded;

    LazyDevice(SweepConfig config, ResultsFolder folder, StopSignal stop) {
        this.config = config;
        this.folder = folder;
        this.stop = stop;
    }

    @Override
    public Stack create(int batchSize, long seed, List<Double> learningRates) {
        return loaded().create(batchSize, seed, learningRates);
    }

    /**
     * Loads now where nothing is loaded yet, so that what is wrong with device, data or model ends the sweep and is not
     * taken for failed trials.
     */
    synchronized DeviceWorkload loaded() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
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
        LOG.info("workload {}: {}", workload.name(), facts);
        return device;
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            loaded.close();
        }
    }
}
