package io.cbs.workload;

import io.cbs.config.Metric;
import io.cbs.data.HostArray;
import java.util.List;

/** A workload that draws fresh samples at every step and whose expected loss is known exactly. */
interface FreshSamples extends Workload {

    @Override
    default String unit() {
        return "examples";
    }

    @Override
    default long trainingExamples() {
        return Long.MAX_VALUE;
    }

    @Override
    default List<Metric> metrics() {
        return List.of(Metric.EXPECTED_LOSS);
    }

    @Override
    default Metric loss() {
        return Metric.EXPECTED_LOSS;
    }

    /** There are no data but what the config says, and that is part of every trial's id. */
    @Override
    default String fingerprint() {
        return "closed-form";
    }

    /** A vector in single precision. */
    static HostArray floats(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) values[i];
        }
        return new HostArray.Floats(result, result.length);
    }
}
