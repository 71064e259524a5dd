package io.cbs.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after the other.
 *
 * @param input the shape of one example
 */
public record Network(Activation input, List<Layer> layers) {

    /** @throws Layer.ShapeException naming the first layer that does not fit */
    public Network {
        layers = List.copyOf(layers);
        Activation shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
    }

    /** The parameters of all layers, in order. */
    public List<TensorSpec> tensors() {
        List<TensorSpec> tensors = new ArrayList<>();
        walk((layer, shape) -> tensors.addAll(layer.tensors(shape)));
        return tensors;
    }

    /** Forward FLOPs per example. */
    public long flops() {
        long[] total = new long[1];
        walk((layer, shape) -> total[0] += layer.flops(shape));
        return total[0];
    }

    /**
     * Writes the forward pass.
     *
     * @param x the variable with the minibatch
     * @param tensors one variable per tensor of {@link #tensors()}, each {@code [K, size]}
     * @return the variable with the last layer's output
     */
    public String emit(ProgramText text, String x, List<String> tensors) {
        // 0 is contiguous and so no copy at all; 2 is channels last.
        text.open("if ops.prim.is_cuda(%s):".formatted(x))
                .line("image_layout = 0")
                .close();
        text.open("else:").line("image_layout = 2").close();
        String[] current = {x};
        int[] used = new int[1];
        walk((layer, shape) -> {
            int count = layer.tensors(shape).size();
            text.scope(layer.name());
            current[0] = layer.emit(text, current[0], tensors.subList(used[0], used[0] + count), shape);
            used[0] += count;
        });
        text.scope("");
        return current[0];
    }

    private interface Visitor {
        void visit(Layer layer, Activation input);
    }

    private void walk(Visitor visitor) {
        Activation shape = input;
        for (Layer layer : layers) {
            visitor.visit(layer, shape);
            shape = layer.output(shape);
        }
    }
}
