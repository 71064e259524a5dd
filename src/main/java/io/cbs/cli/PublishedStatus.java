package io.cbs.cli;

import io.cbs.config.SweepConfig;
import io.cbs.measure.Pending;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Plan;
import io.cbs.plan.Study;
import io.cbs.plan.Trial;
import io.cbs.store.ResultsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where planned trials stand by what a results folder has published; reads only. */
final class PublishedStatus implements TrialStatus.Source {
    private final Path results;

    /** @param results the folder of all results; the sweep's own may not be there yet */
    PublishedStatus(Path results) {
        this.results = results;
    }

    @Override
    public Function<Trial, TrialStatus> apply(Plan plan) {
        SweepConfig config = plan.config();
        Path folder = results.resolve(config.name());
        if (!Files.exists(folder.resolve(ResultsReader.CONFIG))) {
            return trial -> TrialStatus.NEW;
        }
        ResultsReader reader = ResultsReader.open(folder);
        Map<String, TrialStatus> known = new HashMap<>();
        for (Study study : plan.studies()) {
            List<Trajectory> published = reader.published(study.batchSize()).trajectories();
            StudyAnalysis analysis = new StudyAnalysis(config, study.batchSize(), published);
            for (Trajectory trajectory : analysis.valid()) {
                known.put(
                        trajectory.trial().id(),
                        new TrialStatus("done", trajectory.end().key()));
            }
            for (Pending pending : analysis.pending(List.of())) {
                known.put(
                        pending.trial().id(),
                        new TrialStatus("to run", pending.reason().key()));
            }
        }
        return trial -> known.getOrDefault(trial.id(), TrialStatus.NEW);
    }
}
