package io.cbs.nn;

import java.util.List;

/**
 * One parameter tensor of a model, before replication.
 *
 * @param name unique within the model, such as {@code conv1.weight}
 * @param shape per replica
 * @param initializer its values at step 0
 */
public record TensorSpec(String name, List<Integer> shape, Initializer initializer) {
    public TensorSpec {
        shape = List.copyOf(shape);
    }

    /** Numbers per replica. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
