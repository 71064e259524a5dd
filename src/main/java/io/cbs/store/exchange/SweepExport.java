package io.cbs.store.exchange;

import io.cbs.config.SweepConfig;
import io.cbs.measure.Measurement.Series;
import io.cbs.store.Finding;
import io.cbs.store.ResultsReader;
import io.cbs.store.StagedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the published trials of a sweep for other programs. */
public final class SweepExport {
    private final ResultsReader results;
    private final SweepConfig config;

    /** The forms that can be written. */
    public enum Layout {
        /** The database of Shallue et al.; see {@link StatusRule} for what becomes of each end. */
        BATCH_SCIENCE("batch-science"),
        /** {@code trials.csv} and {@code measurements.csv}. */
        CSV("csv");

        private final String key;

        Layout(String key) {
            this.key = key;
        }

        /** The name on the command line. */
        @Override
        public String toString() {
            return key;
        }
    }

    /**
     * @param folder the folder that was made
     * @param trials by status
     * @param passedOver published trials of other configs, left out
     * @param findings records that do not verify, left out
     */
    public record Exported(Path folder, Map<TrialStatus, Integer> trials, int passedOver, List<Finding> findings) {
        public Exported {
            trials = Map.copyOf(trials);
            findings = List.copyOf(findings);
        }
    }

    /** @param config the config as run, from the results folder */
    public SweepExport(ResultsReader results, SweepConfig config) {
        this.results = results;
        this.config = config;
    }

    /**
     * Makes a folder in one step, reading one study at a time.
     *
     * @param to what the tree or the tables are put in
     * @throws ExchangeException where nothing was published
     * @throws io.cbs.store.StoreException where the folder is there already, or cannot be written
     */
    public Exported write(Path to, Layout layout) {
        ExportLayout form = layout == Layout.CSV ? new FlatLayout(columns()) : new DatabaseLayout();
        Path folder = form.folder(to, config).toAbsolutePath().normalize();
        Map<TrialStatus, Integer> trials = new EnumMap<>(TrialStatus.class);
        List<Finding> findings = new ArrayList<>();
        int passedOver = 0;
        try (StagedFolder staged = StagedFolder.open(folder)) {
            for (int batchSize : config.batchSizes()) {
                ExportedStudy study = study(batchSize);
                passedOver += study.passedOver();
                findings.addAll(study.findings());
                study.counts().forEach((status, count) -> trials.merge(status, count, Integer::sum));
                if (!study.trials().isEmpty()) {
                    form.add(staged, study);
                }
            }
            passedOver += elsewhere();
            if (trials.isEmpty()) {
                throw ExchangeException.at(results.path(), "no trial of its config is published; nothing to export");
            }
            staged.publish();
        }
        return new Exported(folder, trials, passedOver, findings);
    }

    /** Published trials at batch sizes that the config does not list. */
    private int elsewhere() {
        return results.batchSizes().stream()
                .filter(batchSize -> !config.batchSizes().contains(batchSize))
                .mapToInt(
                        batchSize -> results.published(batchSize).trajectories().size())
                .sum();
    }

    private ExportedStudy study(int batchSize) {
        return ExportedStudy.of(config, batchSize, results.published(batchSize));
    }

    /** Reads every study once more, so that only one is held at a time. */
    private List<Series> columns() {
        return ExportedStudy.ordered(
                config.batchSizes().stream().flatMap(batchSize -> study(batchSize).columns().stream()));
    }
}
