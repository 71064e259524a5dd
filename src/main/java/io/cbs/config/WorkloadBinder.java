package io.cbs.config;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Fills the workload's records from a document without problems. */
final class WorkloadBinder {
    private static final String POINTER = "/workload";

    private final Document document;

    WorkloadBinder(Document document) {
        this.document = document;
    }

    WorkloadConfig workload(String defaultName) {
        JsonNode node = document.at(POINTER);
        String name = node.path("name").asString(defaultName);
        int dimension = node.path("dimension").asInt(0);
        return switch (node.path("kind").stringValue()) {
            case "classifier" ->
                new WorkloadConfig.Classifier(name, data(node.path("data")), model(node.path("model")));
            case "noisy_quadratic" ->
                new WorkloadConfig.NoisyQuadratic(
                        name,
                        dimension,
                        spectrum(node.path("curvature")),
                        spectrum(node.path("noise")),
                        spectrum(node.path("start")));
            default ->
                new WorkloadConfig.GaussianRegression(
                        name, dimension, node.path("start_distance").doubleValue());
        };
    }

    private DataConfig data(JsonNode node) {
        if (node.path("kind").stringValue().equals("glyphs")) {
            return new DataConfig.Glyphs(
                    node.path("classes").asInt(10),
                    node.path("train").intValue(),
                    node.path("held_out").intValue(),
                    node.path("difficulty").asDouble(0.5),
                    node.path("seed").asLong(0));
        }
        JsonNode split = node.path("split");
        return new DataConfig.Idx(
                path("images"),
                path("labels"),
                path("held_out_images"),
                path("held_out_labels"),
                split.isMissingNode()
                        ? null
                        : new DataConfig.Split(
                                split.path("train").intValue(),
                                split.path("held_out").intValue()));
    }

    /** Relative paths start at the file that names them, so that a config works from any folder. */
    private String path(String key) {
        String pointer = POINTER + "/data/" + key;
        JsonNode node = document.at(pointer);
        if (node.isMissingNode()) {
            return null;
        }
        String text = node.stringValue();
        if (text.startsWith("${") || Path.of(text).isAbsolute()) {
            return text;
        }
        Path source = document.value(pointer).source().file().toAbsolutePath();
        return source.resolveSibling(text).normalize().toString();
    }

    private static ModelConfig model(JsonNode node) {
        if (node.path("kind").stringValue().equals("mlp")) {
            return new ModelConfig.Mlp(widths(node.path("hidden")));
        }
        return new ModelConfig.SimpleCnn(
                widths(node.path("filters")),
                node.path("kernel").asInt(5),
                node.path("padding").asInt(2),
                node.path("hidden").intValue());
    }

    private static List<Integer> widths(JsonNode list) {
        return Values.whole(list).stream().map(Math::toIntExact).toList();
    }

    private static Spectrum spectrum(JsonNode node) {
        return node.isArray()
                ? new Spectrum.Values(Values.real(node))
                : new Spectrum.PowerLaw(
                        node.path("scale").asDouble(1), node.path("exponent").asDouble(0));
    }
}
