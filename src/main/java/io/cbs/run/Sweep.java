package io.cbs.run;

import io.cbs.config.ConfigWriter;
import io.cbs.config.SweepConfig;
import io.cbs.measure.Extension;
import io.cbs.measure.Pending;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.StudyResult;
import io.cbs.measure.TrialEnd;
import io.cbs.store.ResultsFolder;
import io.cbs.study.StudyRunner;
import io.cbs.train.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
            announce(folder);
            try (EngineLanes lanes = new EngineLanes(Runtime.getRuntime().availableProcessors());
                    LazyDevice device = new LazyDevice(config, folder, lanes, stop)) {
                List<StudyResult> studies = new ArrayList<>();
                for (int batchSize : config.batchSizes()) {
                    studies.add(study(batchSize, folder, device));
                }
                folder.writeConfig(ConfigWriter.json(config));
                return studies;
            }
        }
    }

    private StudyResult study(int batchSize, ResultsFolder folder, LazyDevice device) {
        listener.studyStarted(batchSize, !pending(analysis(folder, batchSize)).isEmpty());
        StudyRunner runner = new StudyRunner(config, device, stop, listener);
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
            List<Pending> pending = pending(analysis);
            Set<String> again = pending.stream().map(p -> p.trial().id()).collect(Collectors.toSet());
            toRun += pending.size();
            done += (int) analysis.valid().stream()
                    .filter(trajectory -> !again.contains(trajectory.trial().id()))
                    .count();
        }
        listener.sweepStarted(folder.path(), done, toRun);
    }

    /** What will run for certain; the search may have been stopped before it grew beyond an edge. */
    private List<Pending> pending(StudyAnalysis analysis) {
        List<Pending> pending = analysis.pending(List.of());
        return pending.isEmpty() ? analysis.pending(Extension.next(config.learningRate(), analysis.result())) : pending;
    }

    private StudyAnalysis analysis(ResultsFolder folder, int batchSize) {
        return new StudyAnalysis(config, batchSize, folder.study(batchSize).published());
    }
}
