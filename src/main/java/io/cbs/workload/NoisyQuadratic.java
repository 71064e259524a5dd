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
import java.util.List;

/**
 * The noisy quadratic model (Zhang et al. 2019, "Which Algorithmic Choices Matter at Which Batch Sizes?"): the loss
 * {@code sum_i h_i theta_i^2 / 2 + e_i theta_i} has the gradient {@code h_i theta_i + e_i}; its noise
 * {@code e_i ~ N(0, c_i / B)} is drawn anew at every step, the same for all replicas of a seed. An evaluation gives the
 * exact risk {@code sum_i h_i theta_i^2 / 2} at the current parameters.
 */
public record NoisyQuadratic(WorkloadConfig.NoisyQuadratic config) implements FreshSamples {

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public Matrix matrix() {
        Initializer start = new Initializer.Values(config.start().values(config.dimension()));
        return new Matrix(List.of(new TensorSpec("theta", List.of(config.dimension()), start)));
    }

    @Override
    public long flopsPerExample() {
        return 5L * config.dimension();
    }

    @Override
    public List<String> arrays() {
        return List.of("curvature");
    }

    @Override
    public List<HostArray> trainingData() {
        return evaluationData(EvaluationSet.HELD_OUT);
    }

    @Override
    public List<HostArray> evaluationData(EvaluationSet set) {
        return List.of(FreshSamples.floats(config.curvature().values(config.dimension())));
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
        int d = config.dimension();
        float[] scale = new float[d];
        double[] variance = config.noise().values(d);
        for (int i = 0; i < d; i++) {
            scale[i] = (float) StrictMath.sqrt(variance[i] / batchSize);
        }
        return new Minibatches() {
            @Override
            public HostArray block(long firstStep, int steps) {
                float[] noise = new float[Math.multiplyExact(steps, d)];
                random.gaussians(noise, firstStep * d);
                for (int i = 0; i < noise.length; i++) {
                    noise[i] *= scale[i % d];
                }
                return new HostArray.Floats(noise, steps, d);
            }

            @Override
            public long bytesPerStep() {
                return 4L * d;
            }
        };
    }

    @Override
    public String emitLoss(ProgramText text) {
        String risk = emitRisk(text);
        return text.let("loss", "torch.sum(torch.add(%s, torch.mv(theta, torch.type_as(batch, theta))))", risk);
    }

    @Override
    public String emitGradient(ProgramText text) {
        return text.let(
                "gradient", "torch.addcmul(torch.type_as(batch, theta), theta, torch.type_as(curvature, theta))");
    }

    @Override
    public String emitEvaluation(ProgramText text) {
        return text.let("metrics", "torch.unsqueeze(torch.to(%s, 7), 1)", emitRisk(text));
    }

    private static String emitRisk(ProgramText text) {
        return text.let("risk", "torch.mul(torch.mv(torch.mul(theta, theta), torch.type_as(curvature, theta)), 0.5)");
    }
}
