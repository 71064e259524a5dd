package io.cbs.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The fit repeated on every replicate of a curve, with the weights of the fit on the data.
 *
 * @param fits in the order of the replicates; null where fewer than three batch sizes reached the goal
 */
record HyperbolaReplicates(List<LogAsymptotes> fits) {
    private static final int BATCHES = 3;

    static HyperbolaReplicates of(Curve curve, Weights weights, double bCrit, Resampled resampled) {
        List<LogAsymptotes> fits = new ArrayList<>();
        for (double[] steps : resampled.steps()) {
            fits.add(fit(curve, weights, bCrit, steps));
        }
        return new HyperbolaReplicates(fits);
    }

    /** One parameter over the replicates that have a fit, ascending. */
    double[] sorted(ToDoubleFunction<LogAsymptotes> parameter) {
        return fits.stream()
                .filter(fit -> fit != null)
                .mapToDouble(parameter)
                .sorted()
                .toArray();
    }

    double dropped() {
        return fits.stream().filter(fit -> fit == null).count() / (double) fits.size();
    }

    private static LogAsymptotes fit(Curve curve, Weights weights, double bCrit, double[] steps) {
        int most = weights.values().size();
        double[] batches = new double[most];
        double[] logs = new double[most];
        double[] given = new double[most];
        int n = 0;
        int used = 0;
        for (int p = 0; p < steps.length; p++) {
            if (!curve.points().get(p).usable()) {
                continue;
            }
            if (steps[p] > 0 && Double.isFinite(steps[p])) {
                batches[n] = curve.points().get(p).batch();
                logs[n] = Math.log(steps[p]);
                given[n++] = weights.values().get(used);
            }
            used++;
        }
        if (n < BATCHES) {
            return null;
        }
        return new ProfiledHyperbola(Arrays.copyOf(batches, n), Arrays.copyOf(given, n))
                .fit(Arrays.copyOf(logs, n), bCrit);
    }
}
