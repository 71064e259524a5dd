package io.cbs.workload;

import io.cbs.config.ModelConfig;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import io.cbs.data.Datasets;
import io.cbs.data.ImageDataset;
import java.util.function.Function;

/** Makes the workload that a config names. */
public final class Workloads {
    private Workloads() {}

    /**
     * Loads the data and lays out the model.
     *
     * @param environment looks up the variables that data paths may name; null where unset
     * @throws io.cbs.data.DataException where the data cannot be had
     * @throws io.cbs.nn.Layer.ShapeException where the model does not fit the data
     */
    public static Workload of(SweepConfig config, Function<String, String> environment) {
        WorkloadConfig workload = config.workload();
        if (workload instanceof WorkloadConfig.NoisyQuadratic quadratic) {
            return new NoisyQuadratic(quadratic);
        }
        if (workload instanceof WorkloadConfig.GaussianRegression regression) {
            return new GaussianRegression(regression);
        }
        WorkloadConfig.Classifier classifier = (WorkloadConfig.Classifier) workload;
        ImageDataset data = Datasets.load(classifier.data(), environment);
        return classifier(
                classifier.name(), data, classifier.model(), config.evaluation().trainSample());
    }

    /**
     * A model on images that are there already.
     *
     * @throws io.cbs.nn.Layer.ShapeException where the model does not fit the data
     */
    public static Classifier classifier(String name, ImageDataset data, ModelConfig model, int trainSample) {
        return new Classifier(name, data, Models.network(model, data), trainSample);
    }
}
