package io.cbs.cli;

import io.cbs.config.Json;
import io.cbs.plan.Plan;
import io.cbs.plan.Study;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A plan as a table for people or as JSON for scripts. */
final class PlanText {
    private PlanText() {}

    static String table(Plan plan, Function<Trial, TrialStatus> status) {
        StringBuilder text = new StringBuilder();
        String row = "%-16s  %10s  %13s  %10s  %16s  %-12s  %s\n";
        text.append(String.format(
                Locale.ROOT, row, "trial", "batch size", "learning rate", "seed", "max steps", "status", "reason"));
        for (Study study : plan.studies()) {
            for (Trial trial : study.trials()) {
                TrialStatus is = status.apply(trial);
                text.append(String.format(
                        Locale.ROOT,
                        row,
                        trial.id(),
                        trial.batchSize(),
                        trial.learningRate(),
                        trial.seed(),
                        study.maxSteps(),
                        is.status(),
                        is.reason()));
            }
        }
        return text.append(PlanTotals.of(plan)).append('\n').toString();
    }

    static String json(Plan plan, Function<Trial, TrialStatus> status) {
        List<Map<String, Object>> trials = new ArrayList<>();
        for (Study study : plan.studies()) {
            for (Trial trial : study.trials()) {
                TrialStatus is = status.apply(trial);
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("id", trial.id());
                fields.put("batch_size", trial.batchSize());
                fields.put("learning_rate", trial.learningRate());
                fields.put("seed", trial.seed());
                fields.put("max_steps", study.maxSteps());
                fields.put("status", is.status());
                fields.put("reason", is.reason());
                trials.add(fields);
            }
        }
        PlanTotals totals = PlanTotals.of(plan);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", plan.config().name());
        tree.put("trials", trials);
        tree.put("total_trials", totals.trials());
        tree.put("max_total_steps", totals.steps());
        tree.put("max_total_examples", totals.examples());
        return Json.text(tree);
    }
}
