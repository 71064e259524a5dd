package io.cbs.fit;

import io.cbs.config.Aggregate;
import io.cbs.config.ConfigReader;
import io.cbs.config.DataConfig;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import io.cbs.measure.GoalResult;
import io.cbs.measure.Outcome;
import io.cbs.measure.StudyAnalysis;
import io.cbs.measure.StudyResult;
import io.cbs.measure.Trajectory;
import io.cbs.store.Finding;
import io.cbs.store.PublishedStudy;
import io.cbs.store.ResultsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The curves of a results folder, one per goal of the config as run. Reads what is published and changes nothing. */
public final class SweepCurves implements CurveSource {
    private final ConfigReader configs;

    /** @param configs reads the config that the folder holds */
    public SweepCurves(ConfigReader configs) {
        this.configs = configs;
    }

    @Override
    public List<Curve> read(Path folder) {
        ResultsReader results = ResultsReader.open(folder);
        SweepConfig config = configs.read(results.path().resolve(ResultsReader.CONFIG));
        List<StudyResult> studies = new ArrayList<>();
        Map<Integer, List<Trajectory>> trajectories = new HashMap<>();
        List<Warning> warnings = new ArrayList<>();
        for (int batchSize : config.batchSizes()) {
            PublishedStudy published = results.published(batchSize);
            published.findings().stream().map(SweepCurves::warning).forEach(warnings::add);
            StudyAnalysis analysis = new StudyAnalysis(config, batchSize, published.trajectories());
            studies.add(analysis.result());
            trajectories.put(batchSize, analysis.valid());
        }
        warnings.addAll(nearDataSize(config));
        List<Curve> curves = new ArrayList<>();
        for (int goal = 0; goal < config.goals().size(); goal++) {
            curves.add(curve(config, studies, trajectories, goal).withWarnings(warnings));
        }
        return curves;
    }

    private static Curve curve(
            SweepConfig config, List<StudyResult> studies, Map<Integer, List<Trajectory>> published, int goal) {
        List<CurvePoint> points = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (StudyResult study : studies) {
            GoalResult result = study.goals().get(goal);
            boolean unfinished = study.undecided() > 0 && result.best().isEmpty();
            if (study.trialsRun() > 0 && !unfinished) {
                points.add(point(config, study, result)
                        .withNoiseScale(noiseScale(result, published.get(study.batchSize()))));
            }
            result.warnings().stream().flatMap(w -> warning(study, w).stream()).forEach(warnings::add);
            study.warnings().stream().flatMap(w -> warning(study, w).stream()).forEach(warnings::add);
        }
        String label = config.name() + ": steps to " + config.goals().get(goal);
        return new Curve(label, "examples", points, warnings, setting(config, goal));
    }

    /** Of the best learning rate's trials, all seeds together, near the steps to the goal. */
    private static Optional<NoiseScale> noiseScale(GoalResult result, List<Trajectory> trials) {
        return result.best()
                .flatMap(best -> NoiseScale.near(
                        best.steps(),
                        trials.stream()
                                .filter(trial -> trial.trial().learningRate() == best.learningRate())
                                .toList()));
    }

    private static Setting setting(SweepConfig config, int goal) {
        return new Setting(
                config.goals().get(goal).metric().key() + " on "
                        + config.goals().get(goal).on().key(),
                OptionalDouble.of(config.goals().get(goal).atMost()),
                momentum(config.optimizer()),
                config.aggregate() == Aggregate.CROSSING_OF_MEAN,
                config.referenceBatch() == null ? OptionalDouble.empty() : OptionalDouble.of(config.referenceBatch()));
    }

    private static OptionalDouble momentum(OptimizerConfig optimizer) {
        if (optimizer instanceof OptimizerConfig.Momentum heavy) {
            return OptionalDouble.of(heavy.momentum());
        }
        return optimizer instanceof OptimizerConfig.Nesterov nesterov
                ? OptionalDouble.of(nesterov.momentum())
                : OptionalDouble.empty();
    }

    private static CurvePoint point(SweepConfig config, StudyResult study, GoalResult result) {
        if (result.best().isEmpty()) {
            return CurvePoint.notReached(study.batchSize(), study.horizon()).withTried(TriedRates.of(config, result));
        }
        GoalResult.Best best = result.best().get();
        // With the crossing of the mean no seed has steps of its own.
        List<Double> seeds = config.aggregate() == Aggregate.CROSSING_OF_MEAN
                ? List.of()
                : best.seeds().stream()
                        .map(seed -> seed.outcome() instanceof Outcome.Reached reached
                                ? (double) reached.step()
                                : Double.POSITIVE_INFINITY)
                        .toList();
        Edge searched =
                switch (result.edge()) {
                    case NONE -> Edge.NONE;
                    case STABILITY_EDGE -> Edge.STABILITY;
                    case GRID_EDGE_LOW, GRID_EDGE_HIGH -> Edge.GRID;
                };
        Edge edge = study.undecided() > 0 ? Edge.UNFINISHED : searched;
        return new CurvePoint(
                study.batchSize(),
                best.steps(),
                Math.min(best.bracket().from(), best.steps()),
                Math.max(best.bracket().to(), best.steps()),
                seeds,
                edge,
                OptionalDouble.empty(),
                OptionalDouble.of(best.learningRate()),
                TriedRates.of(config, result),
                Optional.empty());
    }

    /** What the study has to say and the point itself does not show. */
    private static List<Warning> warning(StudyResult study, io.cbs.measure.Warning found) {
        return switch (found.kind()) {
            case NOT_RESOLVED -> List.of(new Warning(Warning.Code.NOT_RESOLVED, at(study, found), found.action()));
            case COARSE_SEARCH -> List.of(new Warning(Warning.Code.COARSE_SEARCH, at(study, found), found.action()));
            case FAILED -> List.of(new Warning(Warning.Code.TRIALS_FAILED, at(study, found), found.action()));
            case UNDECIDED -> List.of(new Warning(Warning.Code.UNDECIDED, at(study, found), found.action()));
            case NOT_REACHED, GRID_EDGE, STABILITY_EDGE, FEW_SEEDS_REACHED, REACHED_AT_START -> List.of();
        };
    }

    private static String at(StudyResult study, io.cbs.measure.Warning found) {
        return "B = " + study.batchSize() + ": " + found.message();
    }

    private static Warning warning(Finding finding) {
        return new Warning(
                Warning.Code.UNUSABLE_RECORD, finding.toString(), "run the sweep again; the trial is repeated");
    }

    /** Sampling without replacement has less noise than the theory's once a batch is a good part of the data. */
    private static List<Warning> nearDataSize(SweepConfig config) {
        if (!(config.workload() instanceof WorkloadConfig.Classifier classifier)) {
            return List.of();
        }
        int examples = classifier.data() instanceof DataConfig.Glyphs glyphs
                ? glyphs.train()
                : classifier.data() instanceof DataConfig.Idx idx && idx.split() != null
                        ? idx.split().train()
                        : Integer.MAX_VALUE;
        List<Integer> large =
                config.batchSizes().stream().filter(b -> b > examples / 10).toList();
        if (large.isEmpty()) {
            return List.of();
        }
        return List.of(new Warning(
                Warning.Code.BATCH_NEAR_DATA,
                "batch sizes " + large + " are more than a tenth of the " + examples
                        + " training examples: an epoch without replacement has less gradient noise than fresh samples",
                "read the curve there with care, or train on more data"));
    }
}
