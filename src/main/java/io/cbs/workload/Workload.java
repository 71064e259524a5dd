package io.cbs.workload;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.data.HostArray;
import io.cbs.data.Minibatches;
import io.cbs.nn.Matrix;
import io.cbs.nn.ProgramText;
import java.util.List;

/**
 * Data, model, loss and metrics of a sweep, as arrays and program text. In all text {@code theta} is the parameter
 * matrix [K, P] and {@code k} the number of replicas.
 */
public interface Workload {

    /** For people and for error messages. */
    String name();

    /** What a batch size counts, in the plural: {@code examples}. */
    String unit();

    /** The parameters of one replica. */
    Matrix matrix();

    /** FLOPs of one example's forward pass in one replica; a multiply-add counts as two. */
    long flopsPerExample();

    /** Examples in the training set, or {@link Long#MAX_VALUE} where every sample is fresh. */
    long trainingExamples();

    /** Names of the arrays that training and evaluation read, such as {@code images}; the same for every set. */
    List<String> arrays();

    /** The training arrays, one per name. */
    List<HostArray> trainingData();

    /** The arrays of an evaluation set, one per name. */
    List<HostArray> evaluationData(EvaluationSet set);

    /** What an evaluation measures, in the order of {@link #emitEvaluation}. */
    List<Metric> metrics();

    /** The metric that decides divergence: the loss itself. */
    Metric loss();

    /** The minibatches of one trial's seed. */
    Minibatches minibatches(int batchSize, long seed);

    /**
     * Independent minibatches of one trial's seed that training never sees, each of fresh draws from the training
     * distribution: for measuring gradients without changing the run.
     */
    Minibatches probes(int batchSize, long seed);

    /**
     * Writes the loss on the minibatch {@code batch} and returns the variable with the sum over replicas of each one's
     * mean loss, a scalar: the gradient of a row depends on that row alone.
     */
    String emitLoss(ProgramText text);

    /**
     * Writes the gradient on the minibatch {@code batch} and returns the variable with it, [K, P]; by autograd unless
     * the workload knows its gradient.
     */
    default String emitGradient(ProgramText text) {
        text.line("_grad_on = torch.set_grad_enabled(True)");
        // The matrix is the only leaf, so that autograd returns one gradient matrix.
        text.line("leaf = torch.requires_grad_(torch.detach(theta), True)");
        text.line("loss = (self).loss(leaf, %s, batch, )", String.join(", ", arrays()));
        text.line("gradients = torch.grad([loss], [leaf])");
        text.line("_grad_off = torch.set_grad_enabled(False)");
        return text.let("gradient", "unchecked_cast(Tensor, gradients[0])");
    }

    /**
     * Writes the evaluation over the whole set, {@code chunk} examples at a time, and returns the variable with the
     * metrics, [K, M] in double precision.
     */
    String emitEvaluation(ProgramText text);

    /** Identifies the data: equal fingerprints mean equal arrays. */
    String fingerprint();
}
