package io.cbs.program;

import io.cbs.nn.ProgramText;
import io.cbs.optim.Optimizer;
import io.cbs.optim.Optimizer.Hyperparameter;
import io.cbs.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a program: one class with the methods
 *
 * <ul>
 *   <li>{@code loss(theta, arrays.., batch)}: the sum of the replicas' mean losses on one minibatch;
 *   <li>{@code gradient(theta, arrays.., batch)}: the gradient matrix [K, P] on one minibatch;
 *   <li>{@code update(theta, g, state.., hyperparameters..)}: one step of the optimiser, in place;
 *   <li>{@code round(theta, state.., hyperparameters.., arrays.., block)}: a step for every entry of the block;
 *   <li>{@code gradientNorms(theta, arrays.., block)}: of the gradients on the block's minibatches the mean squared norm,
 *       and the squared norm of the mean, [K, 2] in double precision;
 *   <li>{@code evaluate(theta, arrays.., chunk)}: the metrics [K, M];
 *   <li>{@code rows(x, keep)}: some rows of a matrix.
 * </ul>
 *
 * <p>All methods keep their state in their arguments, so one loaded program serves every stack, every K and every
 * precision.
 */
final class Assembler {
    private Assembler() {}

    static String assemble(Workload workload, Optimizer optimizer) {
        List<String> arrays = workload.arrays();
        List<String> optimizerArguments = new ArrayList<>(optimizer.state());
        optimizer.hyperparameters(0).stream().map(Hyperparameter::name).forEach(optimizerArguments::add);

        StringBuilder code = new StringBuilder("class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n");
        code.append("  training : bool\n");
        code.append(loss(workload, arrays));
        code.append(gradient(workload, arrays));
        code.append(update(optimizer, optimizerArguments));
        code.append(round(optimizerArguments, arrays));
        code.append(gradientNorms(arrays));
        code.append(evaluate(workload, arrays));
        code.append(new ProgramText()
                .line("return torch.index_select(x, 0, keep)")
                .method("rows", "x: Tensor, keep: Tensor", "Tensor"));
        return code.toString();
    }

    private static String loss(Workload workload, List<String> arrays) {
        ProgramText text = new ProgramText();
        text.line("k = torch.size(theta, 0)");
        text.line("return %s", workload.emitLoss(text));
        return text.method("loss", tensors(List.of(List.of("theta"), arrays, List.of("batch"))), "Tensor");
    }

    private static String gradient(Workload workload, List<String> arrays) {
        ProgramText text = new ProgramText();
        text.line("return %s", workload.emitGradient(text));
        return text.method("gradient", tensors(List.of(List.of("theta"), arrays, List.of("batch"))), "Tensor");
    }

    private static String update(Optimizer optimizer, List<String> optimizerArguments) {
        ProgramText text = new ProgramText();
        optimizer.update().forEach(text::line);
        text.line("return theta");
        return text.method("update", tensors(List.of(List.of("theta", "g"), optimizerArguments)), "Tensor");
    }

    private static String round(List<String> optimizerArguments, List<String> arrays) {
        ProgramText text = new ProgramText();
        text.open("for t in range(torch.size(block, 0)):");
        text.line("batch = torch.select(block, 0, t)");
        text.line("g = (self).gradient(theta, %s, batch, )", String.join(", ", arrays));
        text.line("_updated = (self).update(theta, g, %s, )", String.join(", ", optimizerArguments));
        text.close();
        // Something small to wait for.
        text.line("return torch.clone(torch.select(torch.select(theta, 0, 0), 0, 0))");
        return text.method(
                "round", tensors(List.of(List.of("theta"), optimizerArguments, arrays, List.of("block"))), "Tensor");
    }

    private static String gradientNorms(List<String> arrays) {
        ProgramText text = new ProgramText();
        text.line("n = torch.size(block, 0)");
        text.line("total = torch.zeros_like(theta, dtype=7)");
        text.line("squares = torch.sum(total, [1])");
        text.open("for t in range(n):");
        text.line("batch = torch.select(block, 0, t)");
        text.line("g = torch.to((self).gradient(theta, %s, batch, ), 7)", String.join(", ", arrays));
        text.line("_0 = torch.add_(total, g)");
        text.line("_1 = torch.add_(squares, torch.sum(torch.mul(g, g), [1]))");
        text.close();
        text.line("mean = torch.div(total, n)");
        text.line("return torch.stack([torch.div(squares, n), torch.sum(torch.mul(mean, mean), [1])], 1)");
        return text.method("gradientNorms", tensors(List.of(List.of("theta"), arrays, List.of("block"))), "Tensor");
    }

    private static String evaluate(Workload workload, List<String> arrays) {
        ProgramText text = new ProgramText();
        text.line("k = torch.size(theta, 0)");
        text.line("return %s", workload.emitEvaluation(text));
        return text.method("evaluate", tensors(List.of(List.of("theta"), arrays, List.of("chunk"))), "Tensor");
    }

    private static String tensors(List<List<String>> names) {
        return names.stream()
                .flatMap(List::stream)
                .map(name -> name + ": Tensor")
                .collect(Collectors.joining(", "));
    }
}
