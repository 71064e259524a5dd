package io.cbs.store.exchange;

import io.cbs.config.SweepConfig;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.Trajectory;
import io.cbs.store.Finding;
import io.cbs.store.PublishedStudy;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The published trials of one batch size that belong to the config as run.
 *
 * @param horizon the last step at which a trial is evaluated within the budget
 * @param trials by learning rate, then seed
 * @param passedOver published trials of other configs, left out
 * @param findings records that do not verify, left out
 */
record ExportedStudy(
        SweepConfig config,
        int batchSize,
        long horizon,
        List<Trajectory> trials,
        int passedOver,
        List<Finding> findings) {

    static ExportedStudy of(SweepConfig config, int batchSize, PublishedStudy published) {
        StudyAnalysis analysis = new StudyAnalysis(config, batchSize, published.trajectories());
        List<Trajectory> trials = analysis.valid().stream()
                .sorted(Comparator.comparingDouble(
                                (Trajectory trajectory) -> trajectory.trial().learningRate())
                        .thenComparingLong(trajectory -> trajectory.trial().seed()))
                .toList();
        int passedOver = published.trajectories().size() - trials.size();
        return new ExportedStudy(
                config, batchSize, analysis.rules().horizon(), trials, passedOver, published.findings());
    }

    TrialStatus status(Trajectory trajectory) {
        return new StatusRule(config, horizon).of(trajectory);
    }

    Map<TrialStatus, Integer> counts() {
        Map<TrialStatus, Integer> counts = new EnumMap<>(TrialStatus.class);
        trials.forEach(trajectory -> counts.merge(status(trajectory), 1, Integer::sum));
        return counts;
    }

    /** Every series that a trial was measured on. */
    List<Series> columns() {
        return ordered(trials.stream()
                .flatMap(trajectory -> trajectory.measurements().stream())
                .flatMap(measurement -> measurement.values().keySet().stream()));
    }

    /** Each once, held-out before train. */
    static List<Series> ordered(Stream<Series> series) {
        return series.distinct()
                .sorted(Comparator.comparing(Series::on).thenComparing(Series::metric))
                .toList();
    }
}
