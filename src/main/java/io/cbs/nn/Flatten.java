package io.cbs.nn;

import io.cbs.nn.Activation.Images;
import io.cbs.nn.Activation.Vectors;
import java.util.List;

/** Images to vectors, channel by channel, row by row. */
public record Flatten(String name) implements Layer {

    @Override
    public List<TensorSpec> tensors(Activation input) {
        return List.of();
    }

    @Override
    public Vectors output(Activation input) {
        if (input instanceof Images) {
            return new Vectors(input.size(), input.replicated());
        }
        throw new ShapeException(this, input, "images");
    }

    @Override
    public long flops(Activation input) {
        return 0;
    }

    @Override
    public String emit(ProgramText text, String input, List<String> tensors, Activation shape) {
        if (!shape.replicated()) {
            return text.let("h", "torch.flatten(%s, 1, -1)", input);
        }
        return text.let(
                "h",
                "torch.transpose(torch.reshape(%s, [torch.size(%s, 0), k, %d]), 0, 1)",
                input,
                input,
                shape.size());
    }
}
