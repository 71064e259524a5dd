package io.cbs.nn;

import java.util.List;

/** {@code max(x, 0)}, number by number. */
public record Relu(String name) implements Layer {

    @Override
    public List<TensorSpec> tensors(Activation input) {
        return List.of();
    }

    @Override
    public Activation output(Activation input) {
        return input;
    }

    @Override
    public long flops(Activation input) {
        return input.size();
    }

    @Override
    public String emit(ProgramText text, String input, List<String> tensors, Activation shape) {
        return text.let("h", "torch.relu(%s)", input);
    }
}
