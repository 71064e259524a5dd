package io.cbs.nn;

import io.cbs.nn.Activation.Images;
import java.util.List;

/**
 * Adds one number per channel. Apart from the convolution, because after max-pooling it is the same function on a
 * quarter of the numbers.
 *
 * @param name that of the convolution it belongs to
 */
public record ChannelBias(String name) implements Layer {

    @Override
    public List<TensorSpec> tensors(Activation input) {
        int channels = output(input).channels();
        return List.of(new TensorSpec(name + ".bias", List.of(channels), new Initializer.Values(0)));
    }

    @Override
    public Images output(Activation input) {
        if (input instanceof Images images && images.replicated()) {
            return images;
        }
        throw new ShapeException(this, input, "images after a convolution");
    }

    @Override
    public long flops(Activation input) {
        return input.size();
    }

    @Override
    public String emit(ProgramText text, String input, List<String> tensors, Activation shape) {
        return text.let("h", "torch.add(%s, torch.reshape(%s, [1, -1, 1, 1]))", input, tensors.get(0));
    }
}
