package io.cbs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.Aggregate;
import io.cbs.config.BudgetConfig;
import io.cbs.config.DataConfig;
import io.cbs.config.EvaluationConfig;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.LearningRateSearch;
import io.cbs.config.Metric;
import io.cbs.config.ModelConfig;
import io.cbs.config.NoiseScaleConfig;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.Spectrum;
import io.cbs.config.StopConfig;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialIdTest {
    /** Components that cannot change what a trial shows. Batch size, learning rate and seed are arguments of a trial. */
    private static final Set<String> EXEMPT = Set.of(
            "name",
            "workload.name",
            "batchSizes",
            "learningRate.values",
            "learningRate.extend",
            "seeds",
            "goals.metric",
            "goals.atMost",
            "goals",
            "stop.rule",
            "stop.margin",
            "stop.stallFraction",
            "budget.steps",
            "budget.examples",
            "aggregate",
            "devices",
            "referenceBatch");

    private static final WorkloadConfig CNN = new WorkloadConfig.Classifier(
            "w", new DataConfig.Glyphs(10, 4000, 1000, 0.5, 0), new ModelConfig.SimpleCnn(List.of(8, 16), 5, 2, 64));
    private static final WorkloadConfig MLP_ON_FILES = new WorkloadConfig.Classifier(
            "w",
            new DataConfig.Idx("/a", "/b", "/c", "/d", new DataConfig.Split(10, 5)),
            new ModelConfig.Mlp(List.of(32)));
    private static final WorkloadConfig QUADRATIC = new WorkloadConfig.NoisyQuadratic(
            "w",
            3,
            new Spectrum.PowerLaw(1, -1),
            new Spectrum.Values(List.of(1.0, 0.5, 0.25)),
            new Spectrum.PowerLaw(1, 0));
    private static final WorkloadConfig REGRESSION = new WorkloadConfig.GaussianRegression("w", 20, 1);

    @Test
    void changesIfAndOnlyIfAComponentIsRelevant() {
        Set<String> unusedExemptions = new HashSet<>(EXEMPT);
        for (SweepConfig config : List.of(
                measured(sweep(CNN, new OptimizerConfig.Momentum(0.9))),
                measured(sweep(MLP_ON_FILES, new OptimizerConfig.Nesterov(0.9))),
                measured(sweep(QUADRATIC, new OptimizerConfig.Sgd())),
                measured(sweep(REGRESSION, new OptimizerConfig.Sgd())))) {
            for (Mutation mutation : Mutation.everyOne(config)) {
                String path = mutation.path();
                assertThat(id(mutation.config()).equals(id(config)))
                        .as("id unchanged when %s changes in %s", path, config.workload())
                        .isEqualTo(EXEMPT.contains(path));
                unusedExemptions.remove(path);
            }
        }
        assertThat(unusedExemptions).as("exempt components that do not exist").isEmpty();
    }

    @Test
    void changesWithBatchSizeLearningRateAndSeed() {
        SweepConfig config = sweep(CNN, new OptimizerConfig.Sgd());
        Set<String> ids = new HashSet<>();
        Planner.plan(config).studies().forEach(study -> study.trials().forEach(trial -> ids.add(trial.id())));
        assertThat(ids).hasSize(2 * 2 * 2);
    }

    @Test
    void changesWithTheKindOfOptimizer() {
        assertThat(id(sweep(CNN, new OptimizerConfig.Momentum(0.9))))
                .isNotEqualTo(id(sweep(CNN, new OptimizerConfig.Nesterov(0.9))));
    }

    @Test
    void ignoresTheTrainingSampleWhereNoGoalIsOnTheTrainingSet() {
        assertThat(id(heldOutWithSample(100))).isEqualTo(id(heldOutWithSample(200)));
    }

    @Test
    void isEqualForEqualConfigs() {
        assertThat(id(sweep(QUADRATIC, new OptimizerConfig.Sgd())))
                .isEqualTo(id(sweep(
                        new WorkloadConfig.NoisyQuadratic(
                                "w",
                                3,
                                new Spectrum.PowerLaw(1, -1),
                                new Spectrum.Values(List.of(1.0, 0.5, 0.25)),
                                new Spectrum.PowerLaw(1, 0)),
                        new OptimizerConfig.Sgd())));
    }

    /** A changed value makes every published result unknown: raise the measurement version instead of this. */
    @Test
    void keepsTheRecordedValue() {
        assertThat(List.of(
                        id(sweep(CNN, new OptimizerConfig.Momentum(0.9))),
                        id(sweep(MLP_ON_FILES, new OptimizerConfig.Nesterov(0.9))),
                        id(sweep(QUADRATIC, new OptimizerConfig.Sgd())),
                        id(sweep(REGRESSION, new OptimizerConfig.Sgd()))))
                .containsExactly("d0fcfc9f1bef5dea", "9052380e170861d2", "7d169460ac72a533", "edd91f490435f783");
    }

    /** With every optional component, so that each is changed in its turn. */
    private static SweepConfig measured(SweepConfig config) {
        EvaluationConfig evaluation = config.evaluation();
        return new SweepConfig(
                config.name(),
                config.workload(),
                config.batchSizes(),
                config.learningRate(),
                config.seeds(),
                config.optimizer(),
                config.goals(),
                new EvaluationConfig(evaluation.growth(), evaluation.trainSample(), new NoiseScaleConfig(8, 16)),
                config.stop(),
                config.budget(),
                config.aggregate(),
                config.devices(),
                config.referenceBatch());
    }

    private static String id(SweepConfig config) {
        return Planner.trial(config, 8, 0.1, 0).id();
    }

    private static SweepConfig sweep(WorkloadConfig workload, OptimizerConfig optimizer) {
        return sweep(workload, optimizer, EvaluationSet.TRAIN, 2000);
    }

    private static SweepConfig heldOutWithSample(int sample) {
        return sweep(CNN, new OptimizerConfig.Sgd(), EvaluationSet.HELD_OUT, sample);
    }

    private static SweepConfig sweep(WorkloadConfig workload, OptimizerConfig optimizer, EvaluationSet on, int sample) {
        return new SweepConfig(
                "s",
                workload,
                List.of(8, 16),
                new LearningRateSearch(List.of(0.1, 1.0), 3),
                List.of(0L, 1L),
                optimizer,
                List.of(new Goal(Metric.ERROR_RATE, on, 0.1)),
                new EvaluationConfig(1.05, sample),
                new StopConfig(StopConfig.Rule.RACE, 1.25, 100, 0.5),
                new BudgetConfig(1000, 100000),
                Aggregate.MEDIAN_OF_CROSSINGS,
                List.of("cpu"),
                64);
    }
}
