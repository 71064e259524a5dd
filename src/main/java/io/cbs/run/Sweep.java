package io.cbs.run;

import io.cbs.config.ConfigWriter;
import io.cbs.config.SweepConfig;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.StudyResult;
import io.cbs.measure.TrialEnd;
import io.cbs.store.ResultsFolder;
import io.cbs.study.StudyRunner;
import io.cbs.train.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the studies of a config one after the other in this process, on one device. What is published stays; what is
 * missing runs; so the same call again continues after any interruption.
 */
public final class Sweep {
    private final SweepConfig config;
    private final StopSignal stop;
    private final SweepListener listener;

    public Sweep(SweepConfig config, StopSignal stop, SweepListener listener) {
        this.config = config;
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * Runs what is missing.
     *
     * @param results the folder of all results; the sweep's own is below it
     * @param command the command line, for the record
     * @return one result per batch size, ascending
     * @throws io.cbs.store.LockedException where another run holds the folder
     * @throws StopSignal.StoppedException where a stop was asked for
     * @throws SweepFailedException where every trial of a study failed
     */
    public List<StudyResult> run(Path results, List<String> command) {
        try (ResultsFolder folder = ResultsFolder.open(results, config.name(), command, listener::recordSetAside)) {
            folder.writeConfig(ConfigWriter.json(config));
            announce(folder);
            try (LazyDevice device = new LazyDevice(config, folder, stop);
                    EngineLanes lanes = new EngineLanes(Runtime.getRuntime().availableProcessors())) {
                List<StudyResult> studies = new ArrayList<>();
                for (int batchSize : config.batchSizes()) {
                    studies.add(study(batchSize, folder, device, lanes));
                }
                return studies;
            }
        }
    }

    private StudyResult study(int batchSize, ResultsFolder folder, LazyDevice device, EngineLanes lanes) {
        listener.studyStarted(batchSize);
        int replicas = 1;
        if (!analysis(folder, batchSize).pending(List.of()).isEmpty()) {
            lanes.runAll(List.of(device::loaded));
            replicas = ReplicaLimit.of(config.workload(), device.loaded().isGpu(), batchSize);
        }
        StudyRunner runner = new StudyRunner(config, device, replicas, lanes, stop, listener);
        StudyResult result = runner.run(batchSize, folder.study(batchSize));
        if (result.ends().getOrDefault(TrialEnd.FAILED, 0) == result.trialsRun()) {
            throw new SweepFailedException(result, folder.path());
        }
        listener.studyFinished(result);
        return result;
    }

    private void announce(ResultsFolder folder) {
        int done = 0;
        int toRun = 0;
        for (int batchSize : config.batchSizes()) {
            StudyAnalysis analysis = analysis(folder, batchSize);
            int pending = analysis.pending(List.of()).size();
            toRun += pending;
            done += analysis.valid().size();
        }
        listener.sweepStarted(folder.path(), done, toRun);
    }

    private StudyAnalysis analysis(ResultsFolder folder, int batchSize) {
        return new StudyAnalysis(config, batchSize, folder.study(batchSize).published());
    }
}
