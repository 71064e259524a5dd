package io.cbs.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one curve shows: the fit or why there is none, and what holds without it.
 *
 * @param fit the hyperbola, or the reason why the points carry none
 * @param regimes local slopes and critical batch sizes without a model
 * @param models other curves beside the hyperbola; empty with fewer than four usable points, and where a refused fit
 *     leaves nothing to compare
 * @param rates how the best learning rate goes with the batch size; empty with fewer than three that are known
 */
public record CurveAnalysis(
        FitResult fit, Regimes regimes, Optional<ModelComparison> models, Optional<RateLaws> rates) {

    /** With the curve's own reference batch size where the options choose none. */
    public static CurveAnalysis of(Curve curve, FitOptions chosen) {
        FitOptions options = chosen.orReferenceOf(curve);
        FitResult fit = CurveFit.fit(curve, options);
        Optional<Resampled> resampled = SeedIntervals.resample(curve, options);
        return new CurveAnalysis(
                fit,
                Regimes.of(fit, resampled),
                ModelRegression.compare(curve.usable()).filter(models -> fit instanceof Fitted || models.uShaped()),
                RateRegression.of(fit, resampled));
    }

    /** Those of the fit, then those of the rest. */
    public List<Warning> warnings() {
        return Stream.concat(
                        fit.warnings().stream(), models.stream().flatMap(found -> ModelWarnings.of(found).stream()))
                .toList();
    }
}
