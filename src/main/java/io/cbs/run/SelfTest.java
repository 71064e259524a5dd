package io.cbs.run;

import io.cbs.config.Aggregate;
import io.cbs.config.BudgetConfig;
import io.cbs.config.EvaluationConfig;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.LearningRateSearch;
import io.cbs.config.Metric;
import io.cbs.config.NoiseScaleConfig;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.Spectrum;
import io.cbs.config.StopConfig;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import io.cbs.measure.GoalResult;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.StudyResult;
import io.cbs.optim.Optimizer;
import io.cbs.study.StackSource;
import io.cbs.study.StudyListener;
import io.cbs.study.StudyRunner;
import io.cbs.train.DeviceWorkload;
import io.cbs.train.Stack;
import io.cbs.train.StopSignal;
import io.cbs.workload.GaussianRegression;
import io.cbs.workload.NoisyQuadratic;
import io.cbs.workload.QuadraticTruth;
import io.cbs.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Measures on this machine what is known exactly, through the same engine, optimisers and race as a sweep. */
public final class SelfTest implements AutoCloseable {
    private static final Spectrum LAW = new Spectrum.PowerLaw(1, -1);
    private static final WorkloadConfig.NoisyQuadratic QUADRATIC =
            new WorkloadConfig.NoisyQuadratic("noisy-quadratic", 100, LAW, LAW, new Spectrum.PowerLaw(1, 0));
    private static final int DIMENSION = 20;

    private final String device;
    private final StopSignal stop;
    private final EngineLanes lanes = new EngineLanes(Runtime.getRuntime().availableProcessors());

    /** @param device a device name as in configs */
    public SelfTest(String device, StopSignal stop) {
        this.device = device;
        this.stop = stop;
    }

    /**
     * One comparison.
     *
     * @param name what is compared
     * @param truth the exact value
     * @param measured what this machine gives
     * @param tolerance relative error up to which the check passes
     */
    public record Check(String name, double truth, double measured, double tolerance) {
        /** Measured over truth, less one. */
        public double relativeError() {
            return measured / truth - 1;
        }

        public boolean passed() {
            return Math.abs(relativeError()) <= tolerance;
        }
    }

    /** Runs every check, telling of each as it ends. */
    public List<Check> run(Consumer<Check> listener) {
        List<Check> checks = new ArrayList<>();
        Consumer<Check> done = check -> {
            checks.add(check);
            listener.accept(check);
        };
        risk("SGD", new OptimizerConfig.Sgd(), 0.2, done);
        risk("heavy ball", new OptimizerConfig.Momentum(0.9), 0.02, done);
        risk("Nesterov", new OptimizerConfig.Nesterov(0.9), 0.02, done);
        noiseScale(done);
        for (int batchSize : List.of(16, 64, 1024)) {
            stepsToGoal(batchSize, done);
        }
        return checks;
    }

    /** The mean risk of 400 runs of 100 steps at B = 8. */
    private void risk(String name, OptimizerConfig optimizer, double learningRate, Consumer<Check> done) {
        int seeds = 400;
        int steps = 100;
        Series series = new Series(EvaluationSet.HELD_OUT, Metric.EXPECTED_LOSS);
        double mean = mean(new NoisyQuadratic(QUADRATIC), optimizer, null, learningRate, seeds, steps)
                .get(series);
        double[] truth = new QuadraticTruth(QUADRATIC, optimizer, 8, learningRate).risk(steps);
        done.accept(
                new Check("noisy quadratic, " + name + ": expected loss after 100 steps", truth[steps], mean, 0.03));
    }

    private void noiseScale(Consumer<Check> done) {
        WorkloadConfig.GaussianRegression regression =
                new WorkloadConfig.GaussianRegression("gaussian-regression", DIMENSION, 1);
        Map<Series, Double> means = mean(
                new GaussianRegression(regression),
                new OptimizerConfig.Sgd(),
                new NoiseScaleConfig(4, 64),
                0.1,
                100,
                40);
        double norm = means.get(new Series(EvaluationSet.TRAIN, Metric.GRADIENT_NORM_SQUARED));
        double variance = means.get(new Series(EvaluationSet.TRAIN, Metric.GRADIENT_VARIANCE));
        done.accept(new Check(
                "Gaussian regression: gradient noise scale after 40 steps", DIMENSION + 1.0, variance / norm, 0.04));
    }

    /** Means over seeds of every series after some steps at B = 8. */
    private Map<Series, Double> mean(
            Workload workload,
            OptimizerConfig optimizer,
            NoiseScaleConfig noise,
            double learningRate,
            int seeds,
            int steps) {
        Map<Series, Double> means = new ConcurrentHashMap<>();
        onDevice(workload, optimizer, noise, loaded -> {
            List<Runnable> tasks = new ArrayList<>();
            List<Map<Series, Double>> results = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                int index = seed;
                results.add(Map.of());
                tasks.add(() -> {
                    try (Stack stack = loaded.create(8, index, List.of(learningRate))) {
                        stack.advanceTo(steps);
                        synchronized (results) {
                            results.set(index, stack.evaluate().get(0));
                        }
                    }
                });
            }
            lanes.runAll(tasks);
            // In the order of the seeds, so that the sum is the same however the lanes took turns.
            results.forEach(
                    result -> result.forEach((series, value) -> means.merge(series, value / seeds, Double::sum)));
        });
        return means;
    }

    /** The race's steps to an expected loss of 0.05 against the exact best over the same learning rates. */
    private void stepsToGoal(int batchSize, Consumer<Check> done) {
        LearningRateSearch search = new LearningRateSearch(List.of(0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 1.9), 0);
        Goal goal = new Goal(Metric.EXPECTED_LOSS, EvaluationSet.HELD_OUT, 0.05);
        SweepConfig config = new SweepConfig(
                "selftest",
                QUADRATIC,
                List.of(batchSize),
                search,
                LongStream.range(0, 200).boxed().toList(),
                new OptimizerConfig.Sgd(),
                List.of(goal),
                new EvaluationConfig(1.02, 0),
                new StopConfig(StopConfig.Rule.RACE, 1.0, 100, 0.5),
                new BudgetConfig(2000, Long.MAX_VALUE),
                Aggregate.CROSSING_OF_MEAN,
                List.of(device),
                null);
        int truth = search.values().stream()
                .mapToInt(rate -> new QuadraticTruth(QUADRATIC, config.optimizer(), batchSize, rate).steps(0.05, 2000))
                .filter(steps -> steps >= 0)
                .min()
                .orElseThrow();
        onDevice(new NoisyQuadratic(QUADRATIC), config.optimizer(), null, loaded -> {
            StackSource source = b -> new StackSource.Ready(loaded, Integer.MAX_VALUE, lanes);
            StudyRunner runner = new StudyRunner(config, source, stop, StudyListener.SILENT);
            StudyResult result = runner.run(batchSize, new MemoryStudyStore());
            double measured =
                    result.goals().get(0).best().map(GoalResult.Best::steps).orElse(Double.NaN);
            done.accept(new Check("noisy quadratic, B = " + batchSize + ": steps to 0.05", truth, measured, 0.05));
        });
    }

    private void onDevice(
            Workload workload, OptimizerConfig optimizer, NoiseScaleConfig noise, Consumer<DeviceWorkload> work) {
        lanes.runAll(List.of(() -> {})); // loads the engine
        try (DeviceWorkload loaded = DeviceWorkload.open(
                workload, Optimizer.of(optimizer), device, Set.of(EvaluationSet.HELD_OUT), noise, stop)) {
            work.accept(loaded);
        }
    }

    @Override
    public void close() {
        lanes.close();
    }
}
