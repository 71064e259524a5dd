package io.cbs.run;

import io.cbs.config.WorkloadConfig;

/**
 * How many replicas share one matrix. A rule and not a measurement, so that the same sweep on the same kind of device
 * groups its trials alike and publishes the same bits.
 */
final class ReplicaLimit {
    /** Examples times replicas at once; on a CPU more leaves the cache, on a GPU more only takes memory. */
    private static final int CPU_ROWS = 256;

    private static final int GPU_ROWS = 65_536;
    private static final int CPU_REPLICAS = 8;
    private static final int GPU_REPLICAS = 64;

    private ReplicaLimit() {}

    /** At least one; closed-form workloads are small enough for any number. */
    static int of(WorkloadConfig workload, boolean gpu, int batchSize) {
        if (!(workload instanceof WorkloadConfig.Classifier)) {
            return Integer.MAX_VALUE;
        }
        int rows = gpu ? GPU_ROWS : CPU_ROWS;
        return Math.max(1, Math.min(gpu ? GPU_REPLICAS : CPU_REPLICAS, rows / batchSize));
    }
}
