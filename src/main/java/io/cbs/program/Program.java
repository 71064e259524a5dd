package io.cbs.program;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.cbs.optim.Optimizer;
import io.cbs.workload.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A loaded program. It keeps no state between calls, so several threads may call it, each on its own arrays; every
 * thread must have been prepared by {@link EngineThread#prepare}.
 */
public final class Program implements AutoCloseable {
    private final String workload;
    private final PtSymbolBlock module;
    private final AtomicLong calls = new AtomicLong();

    private Program(String workload, PtSymbolBlock module) {
        this.workload = workload;
        this.module = module;
    }

    /**
     * Writes, packs and loads the program of a workload and an optimiser.
     *
     * @param manager on the device that the program's arrays will be on
     * @throws ProgramException where the engine refuses the text
     */
    public static Program load(NDManager manager, Workload workload, Optimizer optimizer) {
        byte[] archive = Archive.of(Assembler.assemble(workload, optimizer));
        try {
            PtSymbolBlock module =
                    JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
            return new Program(workload.name(), module);
        } catch (EngineException e) {
            throw ProgramException.of(workload.name(), "load", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls one method: one native call, whatever the method does.
     *
     * @param owner the manager that the result will belong to
     * @param method a method of the program
     * @param arguments arrays on the program's device, in the method's order
     * @throws ProgramException where the engine reports an error
     */
    public NDArray call(NDManager owner, String method, List<NDArray> arguments) {
        calls.incrementAndGet();
        NDList inputs = new NDList(arguments.size() + 1);
        NDArray marker = owner.create(0f); // DJL takes the method from an input's name, and the owner from the first
        marker.setName("module_method:" + method);
        inputs.add(marker);
        inputs.addAll(arguments);
        try {
            // "Training" only means that the engine does not switch to inference mode, whose tensors could not be
            // trained on afterwards.
            return IValueUtils.forward(module, inputs, true).singletonOrThrow();
        } catch (EngineException e) {
            JniUtils.setGradMode(false); // an error inside leaves it on
            throw ProgramException.of(workload, method, e);
        } finally {
            marker.close();
        }
    }

    /** Native calls made so far. */
    public long calls() {
        return calls.get();
    }

    @Override
    public void close() {
        module.close();
    }
}
