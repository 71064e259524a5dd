package io.cbs.program;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** Settings that libtorch keeps for every thread of its own. */
public final class EngineThread {
    private EngineThread() {}

    /**
     * Prepares the calling thread: gradients are recorded only where a program asks for them, programs run as written,
     * and an operation uses at most {@code threads} cores.
     */
    public static void prepare(int threads) {
        Engine.getInstance(); // the native library must be there first
        JniUtils.setGradMode(false);
        // The optimising executor costs a third of a second of warm-up per method and gains nothing here.
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setNumThreads(threads);
    }
}
