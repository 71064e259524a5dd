package io.cbs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.Aggregate;
import io.cbs.config.BudgetConfig;
import io.cbs.config.EvaluationConfig;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.LearningRateSearch;
import io.cbs.config.Metric;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.StopConfig;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final SweepConfig CONFIG = new SweepConfig(
            "s",
            new WorkloadConfig.GaussianRegression("w", 20, 1),
            List.of(1, 4, 64),
            new LearningRateSearch(List.of(0.1, 1.0), 3),
            List.of(5L, 3L),
            new OptimizerConfig.Sgd(),
            List.of(new Goal(Metric.EXPECTED_LOSS, EvaluationSet.HELD_OUT, 0.1)),
            new EvaluationConfig(1.05, 2000),
            new StopConfig(StopConfig.Rule.RACE, 1.25, 100, 0.5),
            new BudgetConfig(100, 256),
            Aggregate.MEDIAN_OF_CROSSINGS,
            List.of("auto"),
            null);

    @Test
    void makesOneStudyForEachBatchSizeInOrder() {
        assertThat(Planner.plan(CONFIG).studies()).extracting(Study::batchSize).containsExactly(1, 4, 64);
    }

    @Test
    void triesEveryLearningRateAtEverySeed() {
        List<Trial> trials = Planner.plan(CONFIG).studies().get(1).trials();
        assertThat(trials).extracting(Trial::learningRate).containsExactly(0.1, 0.1, 1.0, 1.0);
        assertThat(trials).extracting(Trial::seed).containsExactly(5L, 3L, 5L, 3L);
        assertThat(trials).extracting(Trial::batchSize).containsOnly(4);
    }

    @Test
    void takesTheTighterOfTheTwoBudgets() {
        assertThat(Planner.plan(CONFIG).studies()).extracting(Study::maxSteps).containsExactly(100L, 64L, 4L);
    }
}
