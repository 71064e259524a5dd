package io.cbs.fit;

import java.util.List;
import java.util.Optional;

/**
 * How the best learning rate goes with the batch size. Rates are effective ones, {@code lr / (1 - momentum)}.
 *
 * @param momentum of the optimizer; 0 without one
 * @param everywhere power law over all usable batch sizes
 * @param belowCritical power law over those below B_crit; empty with fewer than three, or without a fit
 * @param saturation the law that follows a hyperbola's
 * @param regrets of the linear and the square-root rule from the smallest usable batch size on, by rule, then batch size
 */
public record RateLaws(
        double momentum,
        PowerLaw everywhere,
        Optional<PowerLaw> belowCritical,
        SaturationLaw saturation,
        List<Regret> regrets) {
    public static final double LINEAR = 1;
    public static final double SQUARE_ROOT = 0.5;

    public RateLaws {
        regrets = List.copyOf(regrets);
    }
}
