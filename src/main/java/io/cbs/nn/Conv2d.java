package io.cbs.nn;

import io.cbs.nn.Activation.Images;
import java.util.List;

/**
 * A convolution with stride 1, a square kernel and no bias; W has shape [filters, channels, kernel, kernel]. All replicas
 * are one grouped convolution, a group each.
 *
 * @param padding zeros added on each side of the images
 */
public record Conv2d(String name, int filters, int kernel, int padding) implements Layer {

    @Override
    public List<TensorSpec> tensors(Activation input) {
        int channels = input(input).channels();
        return List.of(new TensorSpec(
                name + ".weight",
                List.of(filters, channels, kernel, kernel),
                Initializer.Normal.he(channels * kernel * kernel)));
    }

    @Override
    public Images output(Activation input) {
        Images images = input(input);
        int height = images.height() + 2 * padding - kernel + 1;
        int width = images.width() + 2 * padding - kernel + 1;
        if (height < 1 || width < 1) {
            throw new ShapeException(this, input, "images of at least the kernel's size, " + kernel + "x" + kernel);
        }
        return new Images(filters, height, width, true);
    }

    @Override
    public long flops(Activation input) {
        Images out = output(input);
        return 2L * out.size() * input(input).channels() * kernel * kernel;
    }

    @Override
    public String emit(ProgramText text, String input, List<String> tensors, Activation shape) {
        Images images = input(shape);
        String w = text.let(
                "w",
                "torch.reshape(%s, [torch.mul(k, %d), %d, %d, %d])",
                tensors.get(0),
                filters,
                images.channels(),
                kernel,
                kernel);
        return text.let(
                "h",
                "torch.conv2d(%s, %s, None, [1, 1], [%d, %d], [1, 1], %s)",
                input,
                w,
                padding,
                padding,
                shape.replicated() ? "k" : "1");
    }

    private Images input(Activation input) {
        if (input instanceof Images images) {
            return images;
        }
        throw new ShapeException(this, input, "images");
    }
}
