package io.cbs.fit;

/**
 * How the points lie about the fitted curve.
 *
 * @param weights where the weights of the fit come from
 * @param rmse root of the mean squared log residual of the points in the fit, unweighted
 * @param residualVariance s^2, weighted, over the degrees of freedom: what the intervals rest on
 * @param degreesOfFreedom points in the fit less two
 * @param runs of equal sign
 * @param lackOfFit whether they leave the curve in a pattern
 */
public record Residuals(
        WeightSource weights,
        double rmse,
        double residualVariance,
        int degreesOfFreedom,
        SignRuns runs,
        LackOfFit lackOfFit) {}
