package io.cbs.fit;

/**
 * A measured point beside the fitted curve.
 *
 * @param used whether it entered the fit
 * @param fittedSteps steps of the fitted curve at this batch size
 * @param residual ln S - ln fitted S: positive where the measurement needs more steps; NaN where no S was measured
 */
public record FittedPoint(CurvePoint point, boolean used, double fittedSteps, double residual) {}
