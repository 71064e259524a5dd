package io.cbs.store.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads one workload of the database of Shallue et al., or of a tree in its layout, by their rules. */
public final class BatchScienceImport {
    private final WorkloadFolder workload;
    private final ImportRules rules;

    public BatchScienceImport(WorkloadFolder workload, ImportRules rules) {
        this.workload = workload;
        this.rules = rules;
    }

    /** The goal and number of trials of the paper's figure 1; a goal must be given for workloads that are not in it. */
    public static List<Target> paperTargets(WorkloadFolder workload) {
        return PaperGoals.targets(workload);
    }

    /** As many trials as the paper's figure 1 uses for this workload; 100 for those that are not in it. */
    public static OptionalInt paperTrials(WorkloadFolder workload) {
        return PaperGoals.trials(workload);
    }

    /**
     * Reads every study. What is held at a time is one trial's steps and the studies' counts and best rows.
     *
     * @param source what the record calls the tree
     * @throws ExchangeException where a file is torn or malformed, or a batch size has too few complete trials
     */
    public ImportRecord read(String source) {
        ForeignFiles files = new ForeignFiles(workload.path());
        List<StudyReader> studies = new ArrayList<>();
        for (long batchSize : ForeignFiles.numbered(workload.path())) {
            Path folder = workload.path().resolve(Long.toString(batchSize));
            studies.add(StudyReader.read(files, folder, batchSize, rules));
        }
        List<ImportRecord.Study> counts =
                studies.stream().map(StudyReader::study).toList();
        requireTrials(counts);
        List<ImportRecord.GoalPoints> goals = new ArrayList<>();
        for (int i = 0; i < rules.targets().size(); i++) {
            int goal = i;
            goals.add(new ImportRecord.GoalPoints(
                    rules.targets().get(goal),
                    studies.stream().map(study -> study.points().get(goal)).toList()));
        }
        return new ImportRecord(
                ImportRecord.SCHEMA_VERSION,
                ImportRecord.KIND,
                source,
                workload.dataset(),
                workload.model(),
                workload.optimizer(),
                files.checksum(),
                rules.record(),
                counts,
                goals);
    }

    /** With fewer trials the minimum over them is larger, so batch sizes would not be comparable. */
    private void requireTrials(List<ImportRecord.Study> studies) {
        int wanted = rules.trials().orElse(0);
        List<String> few = studies.stream()
                .filter(study -> study.counted() < wanted)
                .map(study -> study.batchSize() + " (" + study.counted() + ")")
                .toList();
        if (!few.isEmpty()) {
            int least =
                    studies.stream().mapToInt(ImportRecord.Study::counted).min().orElse(0);
            throw ExchangeException.at(
                    workload.path(),
                    "fewer than " + wanted + " complete trials at batch sizes " + String.join(", ", few) + "; --trials "
                            + (least > 0 ? least + " takes as many at each batch size, --trials " : "")
                            + "all takes them all");
        }
    }
}
