package io.cbs.fit;

import java.util.OptionalDouble;

/**
 * One model fitted to a curve.
 *
 * @param a steps that remain however large the batch; 0 where the points show none
 * @param b coefficient of the part that a larger batch saves
 * @param extra the third parameter: alpha or B_min; empty for models of two
 * @param rmse root of the weighted mean squared residual of ln S
 * @param aicc {@code n ln(RSS/n) + 2k + 2k(k+1)/(n-k-1)}, k counting the variance: Hurvich and Tsai 1989; infinite with
 *     too few points for so many parameters
 * @param runs of equal sign among the residuals, in order of batch size
 */
public record ModelFit(
        CurveModel model, double a, double b, OptionalDouble extra, double rmse, double aicc, SignRuns runs) {}
