package io.cbs.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.cbs.data.HostArray;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Host arrays to device arrays. */
final class Uploads {
    private Uploads() {}

    /** A copy on the manager's device, of the same type and shape. */
    static NDArray upload(NDManager manager, HostArray array) {
        Shape shape = new Shape(array.shape());
        if (array instanceof HostArray.Bytes bytes) {
            return manager.create(ByteBuffer.wrap(bytes.values()), shape, DataType.UINT8);
        }
        if (array instanceof HostArray.Longs longs) {
            return manager.create(LongBuffer.wrap(longs.values()), shape, DataType.INT64);
        }
        return manager.create(FloatBuffer.wrap(((HostArray.Floats) array).values()), shape, DataType.FLOAT32);
    }
}
