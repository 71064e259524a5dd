package io.cbs.config;

import java.util.Map;

/** The workload's part of the canonical JSON. */
final class WorkloadWriter {
    private WorkloadWriter() {}

    static Map<String, Object> tree(WorkloadConfig workload) {
        if (workload instanceof WorkloadConfig.Classifier classifier) {
            return ConfigWriter.ordered(
                    "kind", "classifier",
                    "name", classifier.name(),
                    "data", data(classifier.data()),
                    "model", model(classifier.model()));
        }
        if (workload instanceof WorkloadConfig.NoisyQuadratic quadratic) {
            return ConfigWriter.ordered(
                    "kind", "noisy_quadratic",
                    "name", quadratic.name(),
                    "dimension", quadratic.dimension(),
                    "curvature", spectrum(quadratic.curvature()),
                    "noise", spectrum(quadratic.noise()),
                    "start", spectrum(quadratic.start()));
        }
        WorkloadConfig.GaussianRegression regression = (WorkloadConfig.GaussianRegression) workload;
        return ConfigWriter.ordered(
                "kind", "gaussian_regression",
                "name", regression.name(),
                "dimension", regression.dimension(),
                "start_distance", regression.startDistance());
    }

    private static Map<String, Object> data(DataConfig data) {
        if (data instanceof DataConfig.Glyphs glyphs) {
            return ConfigWriter.ordered(
                    "kind", "glyphs",
                    "classes", glyphs.classes(),
                    "train", glyphs.train(),
                    "held_out", glyphs.heldOut(),
                    "difficulty", glyphs.difficulty(),
                    "seed", glyphs.seed());
        }
        DataConfig.Idx idx = (DataConfig.Idx) data;
        DataConfig.Split split = idx.split();
        return ConfigWriter.ordered(
                "kind", "idx",
                "images", idx.images(),
                "labels", idx.labels(),
                "held_out_images", idx.heldOutImages(),
                "held_out_labels", idx.heldOutLabels(),
                "split",
                        split == null
                                ? null
                                : ConfigWriter.ordered("train", split.train(), "held_out", split.heldOut()));
    }

    private static Map<String, Object> model(ModelConfig model) {
        if (model instanceof ModelConfig.Mlp mlp) {
            return ConfigWriter.ordered("kind", "mlp", "hidden", mlp.hidden());
        }
        ModelConfig.SimpleCnn cnn = (ModelConfig.SimpleCnn) model;
        return ConfigWriter.ordered(
                "kind", "simple-cnn",
                "filters", cnn.filters(),
                "kernel", cnn.kernel(),
                "padding", cnn.padding(),
                "hidden", cnn.hidden());
    }

    private static Object spectrum(Spectrum spectrum) {
        return spectrum instanceof Spectrum.PowerLaw law
                ? ConfigWriter.ordered("scale", law.scale(), "exponent", law.exponent())
                : ((Spectrum.Values) spectrum).values();
    }
}
