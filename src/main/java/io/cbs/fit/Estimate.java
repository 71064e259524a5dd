package io.cbs.fit;

/**
 * A positive quantity with its interval.
 *
 * @param value the point estimate
 * @param low lower end of the 95% interval; 0 where the data give none
 * @param high upper end; infinity where the data give none
 * @param logStandardError standard error of ln(value)
 */
public record Estimate(double value, double low, double high, double logStandardError) {

    /** An interval symmetric in the logarithm, {@code value exp(+-quantile se)}, by the delta method. */
    static Estimate logSymmetric(double value, double logStandardError, double quantile) {
        double factor = Math.exp(quantile * logStandardError);
        return new Estimate(value, value / factor, value * factor, logStandardError);
    }

    /** The interval as a factor: 1.15 when it reaches from value/1.15 to value*1.15. */
    public double factor() {
        return Math.sqrt(high / low);
    }
}
