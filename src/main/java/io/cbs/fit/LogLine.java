package io.cbs.fit;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Ordinary least squares of y on x, both logarithms.
 *
 * @param squares residual sum
 * @param spread sum of (x - mean x)^2
 */
record LogLine(double intercept, double slope, double squares, double spread, int points) {
    private static final double UPPER_TAIL = 0.975;

    /** @param weights any common factor */
    static LogLine of(double[] x, double[] y, double[] weights) {
        double all = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            all += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }
        meanX /= all;
        meanY /= all;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
            xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - meanY - slope * (x[i] - meanX);
            squares += weights[i] * residual * residual;
        }
        return new LogLine(meanY - slope * meanX, slope, squares, xx, x.length);
    }

    /**
     * Half the 95% interval of the slope; infinite with two points.
     *
     * @param leastVariance of y at weight one, known from elsewhere; 0 if none
     */
    double halfWidth(double leastVariance) {
        return points < 3
                ? Double.POSITIVE_INFINITY
                : new TDistribution(points - 2).inverseCumulativeProbability(UPPER_TAIL) * slopeError(leastVariance);
    }

    /** Standard error of the slope, from three points or more. */
    double slopeError(double leastVariance) {
        return Math.sqrt(Math.max(squares / (points - 2), leastVariance) / spread);
    }
}
