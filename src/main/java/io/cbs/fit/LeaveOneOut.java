package io.cbs.fit;

import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;

/**
 * The range of B_crit over the fits that each leave out one batch size.
 *
 * @param low the smallest B_crit
 * @param high the largest
 * @param mostInfluential the batch size whose absence moves ln B_crit most
 */
public record LeaveOneOut(double low, double high, double mostInfluential) {

    static LeaveOneOut of(Hyperbola full, double[] batches, double[] steps, double[] weights) {
        double low = full.bCrit();
        double high = full.bCrit();
        double farthest = 0;
        double batch = batches[0];
        for (int i = 0; i < batches.length; i++) {
            double without;
            try {
                without = HyperbolaRegression.fit(except(batches, i), except(steps, i), except(weights, i))
                        .curve()
                        .bCrit();
            } catch (MathRuntimeException e) {
                // the rest has no bend: B_crit could be anything above
                without = Double.POSITIVE_INFINITY;
            }
            double moved = Math.abs(Math.log(without / full.bCrit()));
            low = Math.min(low, without);
            high = Math.max(high, without);
            if (moved > farthest) {
                farthest = moved;
                batch = batches[i];
            }
        }
        return new LeaveOneOut(low, high, batch);
    }

    private static double[] except(double[] values, int left) {
        return IntStream.range(0, values.length)
                .filter(i -> i != left)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
