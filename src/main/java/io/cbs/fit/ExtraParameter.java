package io.cbs.fit;

/**
 * Whether a third parameter is needed, by the likelihood ratio in its exact form for least squares: {@code F = (RSS_2 -
 * RSS_3) / (RSS_3 / (n - 3))} on 1 and n - 3 degrees of freedom.
 *
 * @param value its least squares value
 * @param low lower end of the 95% profile interval; 0 where the points give none
 * @param high upper end; infinite where they give none
 * @param pValue probability of so large an F if the model of two parameters is true
 */
public record ExtraParameter(double value, double low, double high, double pValue) {
    private static final double LEVEL = 0.05;

    /** Whether the model of two parameters is ruled out. */
    public boolean needed() {
        return pValue < LEVEL;
    }
}
