package io.cbs.workload;

import io.cbs.config.EvaluationSet;
import io.cbs.config.WorkloadConfig;
import io.cbs.data.CounterRandom;
import io.cbs.data.HostArray;
import io.cbs.data.Minibatches;
import io.cbs.data.Purpose;
import io.cbs.nn.Initializer;
import io.cbs.nn.Matrix;
import io.cbs.nn.ProgramText;
import io.cbs.nn.TensorSpec;
import java.util.Arrays;
import java.util.List;

/**
 * Streaming least squares with isotropic Gaussian inputs: {@code x ~ N(0, I)}, label {@code <w*, x>}, loss half the
 * squared residual. The k-th sample of a seed is the same at every batch size. An evaluation gives the exact expected
 * loss {@code |w - w*|^2 / 2}. The gradient noise scale is {@code d + 1} all along, and with the best learning rate
 * {@code 1 / (1 + (d + 1) / B)} the expected squared distance shrinks by {@code (d + 1) / (B + d + 1)} at every step.
 */
public record GaussianRegression(WorkloadConfig.GaussianRegression config) implements FreshSamples {

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public Matrix matrix() {
        return new Matrix(List.of(new TensorSpec("weights", List.of(config.dimension()), new Initializer.Values(0))));
    }

    @Override
    public long flopsPerExample() {
        return 2L * config.dimension();
    }

    @Override
    public List<String> arrays() {
        return List.of("target");
    }

    @Override
    public List<HostArray> trainingData() {
        return evaluationData(EvaluationSet.HELD_OUT);
    }

    @Override
    public List<HostArray> evaluationData(EvaluationSet set) {
        double[] target = new double[config.dimension()];
        Arrays.fill(target, StrictMath.sqrt(config.startDistance() / config.dimension()));
        return List.of(FreshSamples.floats(target));
    }

    @Override
    public Minibatches minibatches(int batchSize, long seed) {
        return draws(batchSize, new CounterRandom(seed, Purpose.NOISE));
    }

    @Override
    public Minibatches probes(int batchSize, long seed) {
        return draws(batchSize, new CounterRandom(seed, Purpose.NOISE).fork(0));
    }

    private Minibatches draws(int batchSize, CounterRandom random) {
        long numbers = Math.multiplyExact((long) batchSize, config.dimension());
        return new Minibatches() {
            @Override
            public HostArray block(long firstStep, int steps) {
                float[] inputs = new float[Math.toIntExact(steps * numbers)];
                random.gaussians(inputs, firstStep * numbers);
                return new HostArray.Floats(inputs, steps, batchSize, config.dimension());
            }

            @Override
            public long bytesPerStep() {
                return 4 * numbers;
            }
        };
    }

    @Override
    public String emitLoss(ProgramText text) {
        String error = text.let("error", "torch.sub(theta, torch.type_as(target, theta))");
        String residuals = text.let("r", "torch.matmul(%s, torch.t(torch.type_as(batch, theta)))", error);
        return text.let("loss", "torch.mul(torch.sum(torch.mean(torch.mul(%s, %s), [1])), 0.5)", residuals, residuals);
    }

    @Override
    public String emitEvaluation(ProgramText text) {
        String error = text.let("error", "torch.to(torch.sub(theta, torch.type_as(target, theta)), 7)");
        return text.let("metrics", "torch.mul(torch.sum(torch.mul(%s, %s), [1], True), 0.5)", error, error);
    }
}
