package io.cbs.fit;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.data.CounterRandom;
import io.cbs.data.Purpose;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The simple gradient noise scale B_simple = tr(Sigma) / |G|^2 near one step of a run (McCandlish et al. 2018, eq. 2.9 and
 * appendix A.1): the ratio of the means over evaluations and seeds, never a mean of ratios, and no estimate of |G|^2 is
 * dropped for being negative.
 *
 * @param value examples; NaN where the mean of |G|^2 is not positive, so that it is not resolved
 * @param low 2.5% point of a bootstrap over evaluations and seeds
 * @param high its 97.5% point; infinite where |G|^2 may be zero
 * @param evaluations how many evaluations it rests on, all seeds together
 */
public record NoiseScale(double value, double low, double high, int evaluations) {
    private static final Series NORM = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_NORM_SQUARED);
    private static final Series VARIANCE = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_VARIANCE);

    /** Evaluations within this factor of the step count: the noise scale grows along a run. */
    private static final double WINDOW = 1.25;

    private static final int REPLICATES = 2000;

    private record Estimate(double normSquared, double variance) {}

    /**
     * Near {@code step} of the given trials, which share batch size and learning rate.
     *
     * @return empty where the noise scale was not measured there
     */
    public static Optional<NoiseScale> near(double step, Collection<Trajectory> trials) {
        List<Estimate> estimates = new ArrayList<>();
        for (Trajectory trial : trials) {
            for (Measurement measurement : trial.measurements()) {
                Double norm = measurement.values().get(NORM);
                Double variance = measurement.values().get(VARIANCE);
                boolean inside = measurement.step() * WINDOW >= step && measurement.step() <= step * WINDOW;
                if (inside && norm != null && variance != null && Double.isFinite(norm) && Double.isFinite(variance)) {
                    estimates.add(new Estimate(norm, variance));
                }
            }
        }
        return estimates.isEmpty() ? Optional.empty() : Optional.of(of(estimates));
    }

    private static NoiseScale of(List<Estimate> estimates) {
        int n = estimates.size();
        CounterRandom random = new CounterRandom(0, Purpose.RESAMPLING);
        double[] replicates = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            double norm = 0;
            double variance = 0;
            for (int i = 0; i < n; i++) {
                Estimate drawn = estimates.get(random.below((long) r * n + i, n));
                norm += drawn.normSquared();
                variance += drawn.variance();
            }
            replicates[r] = norm > 0 ? variance / norm : Double.POSITIVE_INFINITY;
        }
        Arrays.sort(replicates);
        double norm = estimates.stream().mapToDouble(Estimate::normSquared).sum();
        double variance = estimates.stream().mapToDouble(Estimate::variance).sum();
        return new NoiseScale(
                norm > 0 ? variance / norm : Double.NaN,
                replicates[(int) (0.025 * REPLICATES)],
                replicates[(int) (0.975 * REPLICATES) - 1],
                n);
    }
}
