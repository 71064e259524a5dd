package io.cbs.fit;

import java.util.Optional;

/**
 * All that one curve shows: the fit or why there is none, and what holds without it.
 *
 * @param fit the hyperbola, or the reason why the points carry none
 * @param regimes local slopes and critical batch sizes without a model
 */
public record CurveAnalysis(FitResult fit, Regimes regimes) {

    public static CurveAnalysis of(Curve curve, FitOptions options) {
        FitResult fit = CurveFit.fit(curve, options);
        Optional<Resampled> resampled = SeedIntervals.resample(curve, options);
        return new CurveAnalysis(fit, Regimes.of(fit, resampled));
    }
}
