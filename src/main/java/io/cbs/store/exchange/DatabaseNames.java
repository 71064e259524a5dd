package io.cbs.store.exchange;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.WorkloadConfig;
import io.cbs.measure.Measurement.Series;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a sweep's parts are called in the database of Shallue et al. */
final class DatabaseNames {
    private DatabaseNames() {}

    /** The column of {@code measurements.csv}, such as {@code val/classification_error}. */
    static String column(Series series) {
        String set = series.on() == EvaluationSet.HELD_OUT ? "val" : "train";
        return set + "/" + metric(series.metric());
    }

    private static String metric(Metric metric) {
        return switch (metric) {
            case ERROR_RATE -> "classification_error";
            case CROSS_ENTROPY -> "cross_entropy_error";
            case EXPECTED_LOSS -> "expected_loss";
            case GRADIENT_NORM_SQUARED -> "gradient_norm_squared";
            case GRADIENT_VARIANCE -> "gradient_variance";
        };
    }

    /** The workload's name with every character that folders may not have replaced. */
    static String dataset(WorkloadConfig workload) {
        String name = workload.name().replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_");
        return name.isEmpty() ? "workload" : name.substring(0, Math.min(100, name.length()));
    }

    static String model(WorkloadConfig workload) {
        return workload instanceof WorkloadConfig.Classifier classifier ? words(classifier.model()) : words(workload);
    }

    private static String words(Object config) {
        return config.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    static String optimizer(OptimizerConfig optimizer) {
        return optimizer instanceof OptimizerConfig.Nesterov ? "nesterov_momentum" : words(optimizer);
    }

    /** The optimizer's parameters that are the same for every trial. */
    static Map<String, Double> fixed(OptimizerConfig optimizer) {
        Map<String, Double> fixed = new LinkedHashMap<>();
        if (optimizer instanceof OptimizerConfig.Momentum heavyBall) {
            fixed.put("momentum", heavyBall.momentum());
        } else if (optimizer instanceof OptimizerConfig.Nesterov nesterov) {
            fixed.put("momentum", nesterov.momentum());
        }
        return fixed;
    }
}
