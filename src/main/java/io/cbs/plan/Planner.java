package io.cbs.plan;

import io.cbs.config.EvaluationConfig;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
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
     * decide where it is cut off and how it is read, so changing them keeps what was measured. Of the goals only the
     * sets they are measured on count: a trajectory has values on those alone.
     */
    public static Trial trial(SweepConfig config, int batchSize, double learningRate, long seed) {
        List<EvaluationSet> sets =
                config.goals().stream().map(Goal::on).distinct().sorted().toList();
        EvaluationConfig evaluation = config.evaluation();
        ContentHash hash = new ContentHash()
                .add("version", MEASUREMENT_VERSION)
                .add("workload", nameless(config.workload()))
                .add("optimizer", config.optimizer())
                .add("growth", evaluation.growth())
                .add("sets", sets)
                .add("trainSample", sets.contains(EvaluationSet.TRAIN) ? evaluation.trainSample() : 0)
                .add("divergenceFactor", config.stop().divergenceFactor())
                .add("batchSize", batchSize)
                .add("learningRate", learningRate)
                .add("seed", seed);
        if (evaluation.noiseScale() != null) {
            hash.add("noiseScale", evaluation.noiseScale());
        }
        return new Trial(hash.digest(), batchSize, learningRate, seed);
    }

    /** Renaming a workload changes nothing that it does. */
    private static WorkloadConfig nameless(WorkloadConfig workload) {
        if (workload instanceof WorkloadConfig.Classifier classifier) {
            return new WorkloadConfig.Classifier("", classifier.data(), classifier.model());
        }
        if (workload instanceof WorkloadConfig.NoisyQuadratic quadratic) {
            return new WorkloadConfig.NoisyQuadratic(
                    "", quadratic.dimension(), quadratic.curvature(), quadratic.noise(), quadratic.start());
        }
        WorkloadConfig.GaussianRegression regression = (WorkloadConfig.GaussianRegression) workload;
        return new WorkloadConfig.GaussianRegression("", regression.dimension(), regression.startDistance());
    }

    /** Identifies the workload as the config describes it, without its name; equal data are not implied. */
    public static String workloadId(SweepConfig config) {
        return new ContentHash().add("workload", nameless(config.workload())).digest();
    }
}
