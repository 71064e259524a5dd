package io.cbs.fit;

/**
 * The slope d ln S / d ln B between two measured batch sizes, with the regime it lies in.
 *
 * @param low lower end of the 95% interval; minus infinity where there are neither seeds nor a fit to tell
 * @param high upper end
 */
public record RegimeSlope(double lowBatch, double highBatch, double value, double low, double high) {

    /** The regime of the value. */
    public Regime regime() {
        return Regime.of(value);
    }

    /** Whether the whole interval lies in that regime. */
    public boolean decided() {
        return Regime.of(low) == regime() && Regime.of(high) == regime();
    }
}
