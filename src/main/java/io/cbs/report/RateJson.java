package io.cbs.report;

import io.cbs.fit.ExtraParameter;
import io.cbs.fit.PowerLaw;
import io.cbs.fit.RateLaws;
import io.cbs.fit.Regret;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The key {@code learning_rate_laws} of {@link AnalysisJson}. */
final class RateJson {
    private RateJson() {}

    static void put(ObjectNode node, RateLaws laws) {
        FitJson.number(node, "momentum", laws.momentum());
        putPower(node.putObject("power_law"), laws.everywhere());
        laws.belowCritical()
                .ifPresentOrElse(
                        law -> putPower(node.putObject("power_law_below_b_crit"), law),
                        () -> node.putNull("power_law_below_b_crit"));
        ObjectNode saturation = node.putObject("saturation");
        FitJson.number(saturation, "eps_max", laws.saturation().epsMax());
        FitJson.number(saturation, "b_n", laws.saturation().batchNoise());
        if (laws.saturation().exponent().isEmpty()) {
            saturation.putNull("alpha");
        } else {
            ExtraParameter alpha = laws.saturation().exponent().get();
            ObjectNode at = saturation.putObject("alpha");
            FitJson.number(at, "value", alpha.value());
            FitJson.putInterval(at, alpha.low(), alpha.high());
            FitJson.number(at, "p_value", alpha.pValue());
        }
        ArrayNode regrets = node.putArray("regret");
        for (Regret regret : laws.regrets()) {
            ObjectNode at = regrets.addObject();
            at.put("rule", regret.exponent() == RateLaws.LINEAR ? "linear" : "sqrt");
            FitJson.number(at, "batch", regret.batch());
            FitJson.number(at, "learning_rate", regret.rate());
            FitJson.number(at, "factor", regret.factor());
            at.put("status", status(regret));
        }
    }

    private static String status(Regret regret) {
        if (Double.isNaN(regret.factor())) {
            return "outside";
        }
        return Double.isInfinite(regret.factor()) ? "never" : regret.bound() ? "at-least" : "interpolated";
    }

    private static void putPower(ObjectNode node, PowerLaw law) {
        FitJson.number(node, "coefficient", law.coefficient());
        FitJson.number(node, "exponent", law.exponent());
        FitJson.number(node, "low", law.low());
        FitJson.number(node, "high", law.high());
        node.put("points", law.points());
        node.put("linear_allowed", law.allows(RateLaws.LINEAR));
        node.put("sqrt_allowed", law.allows(RateLaws.SQUARE_ROOT));
    }
}
