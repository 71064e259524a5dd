package io.cbs.plan;

import io.cbs.config.Goal;
import io.cbs.config.SweepConfig;
import java.util.ArrayList;
import java.util.List;

/** Lays out the trials of a sweep. */
public final class Planner {
    /** Raise it when the code that trains or measures changes what a trial would show. */
    private static final int MEASUREMENT_VERSION = 1;

    private Planner() {}

    /** One study per batch size, every learning rate at every seed. */
    public static Plan plan(SweepConfig config) {
        List<Study> studies = new ArrayList<>();
        for (int batchSize : config.batchSizes()) {
            List<Trial> trials = new ArrayList<>();
            for (double learningRate : config.learningRate().values()) {
                for (long seed : config.seeds()) {
                    trials.add(trial(config, batchSize, learningRate, seed));
                }
            }
            studies.add(new Study(batchSize, config.maxSteps(batchSize), trials));
        }
        return new Plan(config, studies);
    }

    /**
     * One trial with its id. The id covers what determines the trajectory; goals, stop rule, budget and aggregate only
     * decide where it is cut off and how it is read, so changing them keeps what was measured.
     */
    public static Trial trial(SweepConfig config, int batchSize, double learningRate, long seed) {
        String id = new ContentHash()
                .add("version", MEASUREMENT_VERSION)
                .add("workload", config.workload())
                .add("optimizer", config.optimizer())
                .add("evaluation", config.evaluation())
                .add(
                        "sets",
                        config.goals().stream()
                                .map(Goal::on)
                                .distinct()
                                .sorted()
                                .toList())
                .add("divergenceFactor", config.stop().divergenceFactor())
                .add("batchSize", batchSize)
                .add("learningRate", learningRate)
                .add("seed", seed)
                .digest();
        return new Trial(id, batchSize, learningRate, seed);
    }
}
