package io.cbs.report;

import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.CurvePoint;
import io.cbs.fit.EmpiricalBatch;
import io.cbs.fit.Estimate;
import io.cbs.fit.NoiseScale;
import io.cbs.fit.RegimeSlope;
import io.cbs.fit.Regimes;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a curve shows beside the fit, as keys of {@link FitJson}; null is what is not known or not bounded.
 *
 * <ul>
 *   <li>{@code regimes}: {@code {slopes, perfect_up_to, maximal_from, fitted_perfect_up_to, fitted_maximal_from}};
 *       {@code slopes}: list of {@code {low_batch, high_batch, value, low, high, regime, decided}}; the fitted ones are
 *       {@code {value, low, high}} or null;
 *   <li>{@code empirical_cbs}: list of {@code {overhead, reference_batch, value, low, high}}, without a model;
 *   <li>{@code models}: null with fewer than four usable points, or {@code {table, best, alpha, b_min,
 *       fewest_examples_batch, rise_to_smallest, u_shape}}; {@code table}: list of {@code {model, a, b, extra, rmse, aicc,
 *       delta_aicc, sign_runs, sign_runs_p_value}}; {@code alpha} and {@code b_min}: null with fewer than six points, or
 *       {@code {value, low, high, p_value, needed}};
 *   <li>{@code learning_rate_laws}: null with fewer than three known learning rates, or {@code {momentum, power_law,
 *       power_law_below_b_crit, saturation: {eps_max, b_n, alpha}, regret}} of {@code lr / (1 - momentum)}; power laws:
 *       {@code {coefficient, exponent, low, high, points, linear_allowed, sqrt_allowed}}; {@code alpha}: {@code {value,
 *       low, high, p_value}} or null; {@code regret}: list of {@code {rule, batch, learning_rate, factor, status}}, the
 *       status one of {@code interpolated, at-least, never, outside};
 *   <li>{@code noise_scale}: list of {@code {batch, value, low, high, evaluations}}, the gradient noise scale of the best
 *       learning rate at the goal; empty where not measured.
 * </ul>
 */
final class AnalysisJson {
    private AnalysisJson() {}

    static void put(ObjectNode root, CurveAnalysis analysis) {
        Regimes regimes = analysis.regimes();
        putRegimes(root.putObject("regimes"), regimes);
        ArrayNode empirical = root.putArray("empirical_cbs");
        for (EmpiricalBatch batch : regimes.empirical()) {
            ObjectNode node = empirical.addObject();
            FitJson.number(node, "overhead", batch.overhead());
            FitJson.number(node, "reference_batch", batch.referenceBatch());
            FitJson.number(node, "value", batch.value());
            FitJson.putInterval(node, batch.low(), batch.high());
        }
        analysis.models()
                .ifPresentOrElse(
                        models -> ModelJson.put(root.putObject("models"), models), () -> root.putNull("models"));
        analysis.rates()
                .ifPresentOrElse(
                        rates -> RateJson.put(root.putObject("learning_rate_laws"), rates),
                        () -> root.putNull("learning_rate_laws"));
        ArrayNode noise = root.putArray("noise_scale");
        for (CurvePoint point : analysis.fit().curve().points()) {
            point.noiseScale().ifPresent(measured -> putNoise(noise.addObject(), point.batch(), measured));
        }
    }

    private static void putNoise(ObjectNode node, double batch, NoiseScale noise) {
        FitJson.number(node, "batch", batch);
        FitJson.number(node, "value", noise.value());
        FitJson.putInterval(node, noise.low(), noise.high());
        node.put("evaluations", noise.evaluations());
    }

    private static void putRegimes(ObjectNode node, Regimes regimes) {
        ArrayNode slopes = node.putArray("slopes");
        for (RegimeSlope slope : regimes.slopes()) {
            ObjectNode at = slopes.addObject();
            FitJson.number(at, "low_batch", slope.lowBatch());
            FitJson.number(at, "high_batch", slope.highBatch());
            FitJson.number(at, "value", slope.value());
            FitJson.number(at, "low", slope.low());
            FitJson.number(at, "high", slope.high());
            at.put("regime", slope.regime().key());
            at.put("decided", slope.decided());
        }
        FitJson.number(node, "perfect_up_to", regimes.perfectUpTo());
        FitJson.number(node, "maximal_from", regimes.maximalFrom());
        putEstimate(node, "fitted_perfect_up_to", regimes.fittedPerfectUpTo());
        putEstimate(node, "fitted_maximal_from", regimes.fittedMaximalFrom());
    }

    private static void putEstimate(ObjectNode node, String key, Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            node.putNull(key);
            return;
        }
        ObjectNode at = node.putObject(key);
        FitJson.number(at, "value", estimate.get().value());
        FitJson.putInterval(at, estimate.get().low(), estimate.get().high());
    }
}
