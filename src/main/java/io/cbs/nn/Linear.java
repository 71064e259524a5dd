package io.cbs.nn;

import io.cbs.nn.Activation.Vectors;
import java.util.List;

/** {@code y = x W' + b} with W of shape [features, inputs]: one batched product over the replicas. */
public record Linear(String name, int features, boolean beforeRelu) implements Layer {

    @Override
    public List<TensorSpec> tensors(Activation input) {
        int inputs = input(input).features();
        Initializer weights = beforeRelu ? Initializer.Normal.he(inputs) : Initializer.Normal.leCun(inputs);
        return List.of(
                new TensorSpec(name + ".weight", List.of(features, inputs), weights),
                new TensorSpec(name + ".bias", List.of(features), new Initializer.Values(0)));
    }

    @Override
    public Activation output(Activation input) {
        input(input);
        return new Vectors(features, true);
    }

    @Override
    public long flops(Activation input) {
        return 2L * features * input.size();
    }

    @Override
    public String emit(ProgramText text, String input, List<String> tensors, Activation shape) {
        int inputs = input(shape).features();
        String weight = tensors.get(0);
        String bias = tensors.get(1);
        if (shape.replicated()) {
            String w = text.let("w", "torch.reshape(%s, [k, %d, %d])", weight, features, inputs);
            return text.let(
                    "h", "torch.baddbmm(torch.unsqueeze(%s, 1), %s, torch.transpose(%s, 1, 2))", bias, input, w);
        }
        // The replicas share their input: one product with all their weights side by side.
        String w = text.let("w", "torch.reshape(%s, [torch.mul(k, %d), %d])", weight, features, inputs);
        String b = text.let("b", "torch.reshape(%s, [-1])", bias);
        String y = text.let("y", "torch.linear(%s, %s, %s)", input, w, b);
        return text.let(
                "h", "torch.transpose(torch.reshape(%s, [torch.size(%s, 0), k, %d]), 0, 1)", y, input, features);
    }

    private Vectors input(Activation input) {
        if (input instanceof Vectors vectors) {
            return vectors;
        }
        throw new ShapeException(this, input, "vectors");
    }
}
