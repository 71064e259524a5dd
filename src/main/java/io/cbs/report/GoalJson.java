package io.cbs.report;

import io.cbs.fit.Estimate;
import io.cbs.fit.GoalBatch;
import io.cbs.fit.GoalDependence;
import io.cbs.fit.GoalLaw;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * B_crit at several goals for programs: a document of its own after those of the goals, with {@code schema_version}, 1;
 * {@code kind}, {@code "b-crit-of-goal"}; {@code metric}; {@code unit}; {@code goals}: list of {@code {goal, value, low,
 * high}}; {@code refused_goals}; {@code law}: null or {@code {b_star: {value, low, high}, inverse_alpha_b: {value, low,
 * high}, alpha_b, grows, replicates}} of {@code B_crit = b_star goal^-inverse_alpha_b}.
 */
final class GoalJson {
    private GoalJson() {}

    static String of(GoalDependence goals) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("schema_version", FitJson.SCHEMA_VERSION);
        root.put("kind", "b-crit-of-goal");
        root.put("metric", goals.metric());
        root.put("unit", goals.unit());
        ArrayNode list = root.putArray("goals");
        for (GoalBatch at : goals.batches()) {
            ObjectNode node = list.addObject();
            FitJson.number(node, "goal", at.goal());
            putEstimate(node, at.bCrit());
        }
        ArrayNode refused = root.putArray("refused_goals");
        goals.refusedGoals().forEach(refused::add);
        if (goals.law().isEmpty()) {
            root.putNull("law");
        } else {
            putLaw(root.putObject("law"), goals.law().get());
        }
        return FitJson.text(root);
    }

    private static void putLaw(ObjectNode node, GoalLaw law) {
        putEstimate(node.putObject("b_star"), law.bStar());
        ObjectNode slope = node.putObject("inverse_alpha_b");
        FitJson.number(slope, "value", law.slope());
        FitJson.number(slope, "low", law.slopeLow());
        FitJson.number(slope, "high", law.slopeHigh());
        FitJson.number(node, "alpha_b", law.alpha());
        node.put("grows", law.grows());
        node.put("replicates", law.replicates());
    }

    private static void putEstimate(ObjectNode node, Estimate estimate) {
        FitJson.number(node, "value", estimate.value());
        FitJson.putInterval(node, estimate.low(), estimate.high());
    }
}
