package io.cbs.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say about a workload. Looks only at parts that fit the schema. */
final class WorkloadChecks {
    private static final String DATA = "/workload/data";
    private static final int GLYPH_SIDE = 28;

    private final Report report;

    WorkloadChecks(Report report) {
        this.report = report;
    }

    void check() {
        for (String spectrum : List.of("curvature", "noise", "start")) {
            length("/workload/" + spectrum);
        }
        if (report.at(DATA + "/kind").asString("").equals("idx")) {
            files();
        }
        if (report.usable(DATA) && report.usable("/workload/model")) {
            convolutions();
        }
    }

    private void length(String pointer) {
        JsonNode spectrum = report.at(pointer);
        if (!spectrum.isArray() || !report.usable(pointer) || !report.usable("/workload/dimension")) {
            return;
        }
        int dimension = report.at("/workload/dimension").intValue();
        if (spectrum.size() != dimension) {
            report.value(
                    pointer, "expected as many values as the dimension, " + dimension + ", found " + spectrum.size());
        }
    }

    private void files() {
        JsonNode data = report.at(DATA);
        for (String key : List.of("images", "labels", "held_out_images", "held_out_labels")) {
            if (report.usable(DATA + "/" + key)) {
                path(DATA + "/" + key);
            }
        }
        boolean images = data.has("held_out_images");
        boolean labels = data.has("held_out_labels");
        if (images != labels) {
            String given = images ? "held_out_images" : "held_out_labels";
            report.key(DATA + "/" + given, "needs `held_out_" + (images ? "labels" : "images") + "` beside it");
        } else if (images && data.has("split")) {
            report.key(DATA + "/split", "cannot stand beside held-out files; give one or the other");
        } else if (!images && !data.has("split")) {
            report.value(
                    DATA,
                    "held-out examples are missing; expected `held_out_images` and `held_out_labels`, or `split`");
        }
    }

    private void path(String pointer) {
        String text = report.at(pointer).stringValue();
        if (!text.replaceAll("\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}", "").matches("(?s)((?!\\$\\{).)*")) {
            report.value(pointer, "expected `${NAME}` around a variable's name, found the text " + Words.quoted(text));
            return;
        }
        try {
            Path.of(text);
        } catch (InvalidPathException e) {
            report.value(pointer, "not a path: " + Words.oneLine(e.getReason()));
        }
    }

    /** Each convolution must still have an image to work on after the poolings before it. */
    private void convolutions() {
        JsonNode model = report.at("/workload/model");
        if (!model.path("kind").asString("").equals("simple-cnn")
                || !report.at(DATA + "/kind").asString("").equals("glyphs")) {
            return;
        }
        int kernel = model.path("kernel").asInt(5);
        int padding = model.path("padding").asInt(2);
        int side = GLYPH_SIDE;
        for (int i = 0; i < model.path("filters").size(); i++) {
            int after = (side + 2 * padding - kernel + 1) / 2;
            if (after < 1) {
                report.value(
                        Pointer.child("/workload/model/filters", i),
                        "a " + side + "x" + side + " image with padding " + padding + " is too small for a kernel of "
                                + kernel + " and 2x2 pooling");
                return;
            }
            side = after;
        }
    }
}
