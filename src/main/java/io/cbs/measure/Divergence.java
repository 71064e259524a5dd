package io.cbs.measure;

import io.cbs.measure.Measurement.Series;
import java.util.Map;

/** The rule that tells a diverged trial. */
public final class Divergence {
    private Divergence() {}

    /**
     * Whether {@code now} shows a divergence: a value that is not finite, or after step 0 a loss above {@code factor}
     * times its value at step 0. An error rate has no such factor: it is bounded.
     */
    public static boolean shows(Measurement first, Measurement now, double factor) {
        for (Map.Entry<Series, Double> entry : now.values().entrySet()) {
            double value = entry.getValue();
            if (!Double.isFinite(value)) {
                return true;
            }
            boolean loss = entry.getKey().metric().loss();
            Double start = first.values().get(entry.getKey());
            if (loss && now.step() > 0 && start != null && value > factor * start) {
                return true;
            }
        }
        return false;
    }
}
