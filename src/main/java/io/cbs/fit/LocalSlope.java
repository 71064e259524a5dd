package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * The slope d ln S / d ln B between two measured batch sizes: -1 is perfect scaling, 0 is no use of a larger batch.
 *
 * @param lowBatch the smaller batch size
 * @param highBatch the larger, at least twice the smaller: between closer ones noise rules the slope
 */
public record LocalSlope(double lowBatch, double highBatch, double value) {

    /** Rounding of batch sizes such as 2.83 must not skip a doubling. */
    private static final double DOUBLE = 1.99;

    /** From each point to the next that is at least a doubling away. */
    static List<LocalSlope> of(List<CurvePoint> points) {
        List<LocalSlope> slopes = new ArrayList<>();
        int high = 0;
        for (int low = 0; low < points.size(); low++) {
            while (high < points.size()
                    && points.get(high).batch() < DOUBLE * points.get(low).batch()) {
                high++;
            }
            if (high < points.size()) {
                slopes.add(between(points.get(low), points.get(high)));
            }
        }
        return slopes;
    }

    private static LocalSlope between(CurvePoint low, CurvePoint high) {
        double value = Math.log(high.steps() / low.steps()) / Math.log(high.batch() / low.batch());
        return new LocalSlope(low.batch(), high.batch(), value);
    }

    /**
     * The B_crit of the hyperbola with slope {@code s} between these two batch sizes. With r = high / low it solves
     * {@code (1 + c/high) r^-s = 1 + c/low}; for s = -1/2 it is the geometric mean of the two.
     */
    double criticalBatchWithSlope(double s) {
        double ratio = highBatch / lowBatch;
        double steps = Math.pow(ratio, -s);
        return (steps - 1) / (1 / lowBatch - steps / highBatch);
    }
}
