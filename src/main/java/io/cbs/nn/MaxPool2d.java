package io.cbs.nn;

import io.cbs.nn.Activation.Images;
import java.util.List;

/** The maximum over squares of {@code size} by {@code size} pixels that do not overlap; a remainder is cut off. */
public record MaxPool2d(String name, int size) implements Layer {

    @Override
    public List<TensorSpec> tensors(Activation input) {
        return List.of();
    }

    @Override
    public Images output(Activation input) {
        if (input instanceof Images images && images.height() >= size && images.width() >= size) {
            return new Images(images.channels(), images.height() / size, images.width() / size, images.replicated());
        }
        throw new ShapeException(this, input, "images of at least " + size + "x" + size);
    }

    @Override
    public long flops(Activation input) {
        return (long) output(input).size() * size * size;
    }

    @Override
    public String emit(ProgramText text, String input, List<String> tensors, Activation shape) {
        // On a CPU pooling runs over neighbouring numbers, so channels must come last: 2 to 3 times faster.
        String x = text.let("x", "torch.contiguous(%s, memory_format=image_layout)", input);
        return text.let(
                "h", "torch.max_pool2d(%s, [%d, %d], [%d, %d], [0, 0], [1, 1], False)", x, size, size, size, size);
    }
}
