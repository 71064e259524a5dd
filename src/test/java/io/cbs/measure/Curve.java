package io.cbs.measure;

import io.cbs.measure.Measurement.Series;
import java.util.Map;

/** What a scripted trial shows at a step. */
@FunctionalInterface
public interface Curve {
    Map<Series, Double> at(double learningRate, long seed, long step);

    /** A loss that falls from 1 to 0.4 at the step given by {@code crossing}; never where that is 0. */
    static Curve crossing(Crossing crossing) {
        return (rate, seed, step) -> {
            long at = crossing.step(rate, seed);
            return Map.of(Sweeps.LOSS, at > 0 && step >= at ? 0.4 : 1 - 1e-4 * step);
        };
    }

    /** When a trial crosses. */
    interface Crossing {
        long step(double learningRate, long seed);
    }
}
