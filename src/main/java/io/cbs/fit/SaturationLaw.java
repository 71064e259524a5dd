package io.cbs.fit;

import java.util.Optional;

/**
 * {@code rate = eps_max / (1 + B_n / B)^alpha}: McCandlish et al. 2018, arXiv:1812.06162, equations 2.6 (alpha = 1, SGD)
 * and A.3.
 *
 * @param epsMax the learning rate that large batches tend to, with alpha = 1; infinite where the points show no end
 * @param batchNoise B_n with alpha = 1, in the unit of the batch size; infinite where they show no end
 * @param exponent alpha when free, tested against 1; empty with fewer than six points
 */
public record SaturationLaw(double epsMax, double batchNoise, Optional<ExtraParameter> exponent) {}
