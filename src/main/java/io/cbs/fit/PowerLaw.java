package io.cbs.fit;

/**
 * {@code y = c x^p}.
 *
 * @param coefficient c
 * @param exponent p
 * @param low lower end of the 95% interval of p
 * @param high upper end
 * @param points how many it rests on
 */
public record PowerLaw(double coefficient, double exponent, double low, double high, int points) {

    /** Whether the data leave an exponent open. */
    public boolean allows(double other) {
        return low <= other && other <= high;
    }
}
