package io.cbs.program;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.cbs.data.HostArray;
import io.cbs.optim.Optimizer;
import io.cbs.optim.Sgd;
import io.cbs.workload.Workload;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/** A program with its arrays on the CPU, for tests that call it directly. */
final class LoadedProgram implements AutoCloseable {
    final NDManager manager;
    final Program program;
    private final List<NDArray> data = new ArrayList<>();

    LoadedProgram(Workload workload) {
        this(workload, new Sgd());
    }

    LoadedProgram(Workload workload, Optimizer optimizer) {
        EngineThread.prepare(1);
        manager = NDManager.newBaseManager(Device.cpu());
        program = Program.load(manager, workload, optimizer);
        workload.trainingData().forEach(array -> data.add(upload(array)));
    }

    /** A matrix in double precision with the given rows. */
    NDArray matrix(double[]... rows) {
        double[] values = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
        }
        return manager.create(values, new Shape(rows.length, rows[0].length));
    }

    /** Calls a method with the training arrays between {@code before} and {@code after}. */
    NDArray call(String method, List<NDArray> before, NDArray... after) {
        List<NDArray> arguments = new ArrayList<>(before);
        arguments.addAll(data);
        arguments.addAll(List.of(after));
        return program.call(manager, method, arguments);
    }

    NDArray upload(HostArray array) {
        Shape shape = new Shape(array.shape());
        if (array instanceof HostArray.Bytes bytes) {
            return manager.create(ByteBuffer.wrap(bytes.values()), shape, DataType.UINT8);
        }
        if (array instanceof HostArray.Longs longs) {
            return manager.create(LongBuffer.wrap(longs.values()), shape, DataType.INT64);
        }
        return manager.create(FloatBuffer.wrap(((HostArray.Floats) array).values()), shape, DataType.FLOAT32);
    }

    @Override
    public void close() {
        program.close();
        manager.close();
    }
}
