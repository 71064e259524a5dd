package io.cbs.nn;

import java.util.List;

/** One layer of a network. Immutable; its sizes follow from its input. */
public interface Layer {

    /** Such as {@code conv1}; begins the names of its tensors and of its error messages. */
    String name();

    /** Its parameters, in the order that {@link #emit} takes them. */
    List<TensorSpec> tensors(Activation input);

    /**
     * The shape after the layer.
     *
     * @throws ShapeException where the input does not suit the layer
     */
    Activation output(Activation input);

    /** Floating-point operations of one example's forward pass in one replica; a multiply-add counts as two. */
    long flops(Activation input);

    /**
     * Writes the layer's lines.
     *
     * @param text the method being written; the integer variable {@code k} holds the number of replicas, and
     *     {@code image_layout} the memory format in which the device pools images fastest
     * @param input the variable with the layer's input
     * @param tensors one variable per tensor of the layer, each {@code [K, size]}
     * @param shape the input's shape
     * @return the variable with the layer's output
     */
    String emit(ProgramText text, String input, List<String> tensors, Activation shape);

    /** A layer does not fit its input. */
    final class ShapeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public ShapeException(Layer layer, Activation input, String expected) {
            super("layer " + layer.name() + ": expected " + expected + ", but its input is " + input);
        }
    }
}
