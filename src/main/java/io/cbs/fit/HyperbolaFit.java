package io.cbs.fit;

/**
 * The outcome of a regression.
 *
 * @param curve the fitted hyperbola
 * @param covariance {@code s^2 (J'WJ)^-1} in (ln S_min, ln E_min)
 * @param residualVariance s^2: weighted sum of squared log residuals over the degrees of freedom
 * @param degreesOfFreedom points less two
 */
public record HyperbolaFit(Hyperbola curve, LogCovariance covariance, double residualVariance, int degreesOfFreedom) {}
