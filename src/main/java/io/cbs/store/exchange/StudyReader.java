package io.cbs.store.exchange;

import io.cbs.store.exchange.ImportRecord.Best;
import io.cbs.store.exchange.ImportRecord.Point;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads one study, a trial at a time, and keeps only counts and the best trial for each goal. */
final class StudyReader {
    private final ImportRules rules;
    private final StudyFile study;
    private final Map<TrialStatus, Integer> counts = new EnumMap<>(TrialStatus.class);
    private final Best[] best;
    private long allRanTo = Long.MAX_VALUE;
    private int counted;

    private StudyReader(ImportRules rules, StudyFile study) {
        this.rules = rules;
        this.study = study;
        this.best = new Best[rules.targets().size()];
    }

    static StudyReader read(ForeignFiles files, Path folder, long batchSize, ImportRules rules) {
        StudyReader reader = new StudyReader(rules, StudyFile.read(files, folder, batchSize));
        // Ascending ids: the first of the complete ones count, and of equal steps the first stays.
        for (long id : ForeignFiles.numbered(folder)) {
            reader.add(files, folder.resolve(Long.toString(id)), id);
        }
        return reader;
    }

    private void add(ForeignFiles files, Path folder, long id) {
        TrialFile trial = TrialFile.read(files, folder, id);
        counts.merge(trial.status(), 1, Integer::sum);
        if (trial.status() != TrialStatus.COMPLETE || counted == rules.trials().orElse(Integer.MAX_VALUE)) {
            return;
        }
        counted++;
        TrialCrossings crossings = MeasurementTable.read(files, folder, rules.targets());
        allRanTo = Math.min(allRanTo, crossings.last());
        for (int i = 0; i < best.length; i++) {
            TrialCrossings.Row row = crossings.first(i);
            if (row != null && (best[i] == null || row.step() < best[i].steps())) {
                best[i] = new Best(
                        id,
                        row.step(),
                        crossings.before(row.step()),
                        row.value(),
                        trial.learningRate(),
                        trial.parameters());
            }
        }
    }

    ImportRecord.Study study() {
        return new ImportRecord.Study(
                study.batchSize(),
                study.trainSteps(),
                count(TrialStatus.COMPLETE),
                count(TrialStatus.INCOMPLETE),
                count(TrialStatus.INFEASIBLE),
                counted);
    }

    /** One point per goal. */
    List<Point> points() {
        return IntStream.range(0, best.length)
                .mapToObj(i -> new Point(study.batchSize(), counted == 0 ? 0 : allRanTo, best[i]))
                .toList();
    }

    private int count(TrialStatus status) {
        return counts.getOrDefault(status, 0);
    }
}
