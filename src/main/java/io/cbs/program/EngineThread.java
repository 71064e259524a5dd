package io.cbs.program;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;

/** Settings that libtorch keeps for every thread of its own. */
public final class EngineThread {
    private EngineThread() {}

    /**
     * Prepares the calling thread: gradients are recorded only where a program asks for them, programs run as written,
     * and an operation uses at most {@code threads} cores.
     *
     * @throws EngineUnavailableException where the engine cannot be loaded
     */
    public static void prepare(int threads) {
        try {
            Engine.getInstance(); // the native library must be there first
        } catch (EngineException | LinkageError e) {
            throw new EngineUnavailableException(e);
        }
        JniUtils.setGradMode(false);
        // The optimising executor costs a third of a second of warm-up per method and gains nothing here.
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setNumThreads(threads);
    }
}
