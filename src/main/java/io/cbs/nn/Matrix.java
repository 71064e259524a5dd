package io.cbs.nn;

import io.cbs.data.CounterRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a model's tensors lie in one row of the parameter matrix [K, P]: one after the other, in order.
 *
 * @param tensors the model's parameters
 */
public record Matrix(List<TensorSpec> tensors) {
    public Matrix {
        tensors = List.copyOf(tensors);
    }

    /** P, the parameters of one replica. */
    public int columns() {
        return tensors.stream().mapToInt(TensorSpec::size).reduce(0, Math::addExact);
    }

    /** One row at step 0; tensor {@code i} draws from fork {@code i} of the generator. */
    public float[] initialRow(CounterRandom random) {
        float[] row = new float[columns()];
        int offset = 0;
        for (int i = 0; i < tensors.size(); i++) {
            TensorSpec tensor = tensors.get(i);
            tensor.initializer().fill(row, offset, tensor.size(), random.fork(i));
            offset += tensor.size();
        }
        return row;
    }

    /** Writes the lines that cut {@code theta} into one variable per tensor, each [K, size], and returns their names. */
    public List<String> emitSplit(ProgramText text, String theta) {
        String sizes = tensors.stream().map(t -> Integer.toString(t.size())).collect(Collectors.joining(", "));
        String parts = text.let("parts", "torch.split_with_sizes(%s, [%s], 1)", theta, sizes);
        return IntStream.range(0, tensors.size())
                .mapToObj(i -> parts + "[" + i + "]")
                .toList();
    }
}
