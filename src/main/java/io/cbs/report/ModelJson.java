package io.cbs.report;

import io.cbs.fit.ExtraParameter;
import io.cbs.fit.ModelComparison;
import io.cbs.fit.ModelFit;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The key {@code models} of {@link AnalysisJson}. */
final class ModelJson {
    private ModelJson() {}

    static void put(ObjectNode node, ModelComparison models) {
        ArrayNode table = node.putArray("table");
        for (ModelFit fit : models.table()) {
            ObjectNode row = table.addObject();
            row.put("model", fit.model().key());
            FitJson.number(row, "a", fit.a());
            FitJson.number(row, "b", fit.b());
            FitJson.number(row, "extra", fit.extra());
            FitJson.number(row, "rmse", fit.rmse());
            FitJson.number(row, "aicc", fit.aicc());
            FitJson.number(row, "delta_aicc", models.above(fit));
            row.put("sign_runs", fit.runs().count());
            FitJson.number(row, "sign_runs_p_value", fit.runs().probability());
        }
        node.put("best", models.best().model().key());
        putExtra(node, "alpha", models.exponent());
        putExtra(node, "b_min", models.smallestBatch());
        FitJson.number(node, "fewest_examples_batch", models.fewestExamples());
        FitJson.number(node, "rise_to_smallest", models.riseToSmallest());
        node.put("u_shape", models.uShaped());
    }

    private static void putExtra(ObjectNode node, String key, Optional<ExtraParameter> extra) {
        if (extra.isEmpty()) {
            node.putNull(key);
            return;
        }
        ObjectNode at = node.putObject(key);
        FitJson.number(at, "value", extra.get().value());
        FitJson.putInterval(at, extra.get().low(), extra.get().high());
        FitJson.number(at, "p_value", extra.get().pValue());
        at.put("needed", extra.get().needed());
    }
}
