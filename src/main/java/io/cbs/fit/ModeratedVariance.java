package io.cbs.fit;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * Variances from few observations each, drawn towards a common one.
 *
 * <p>A variance from three seeds is itself uncertain by a factor of several, and its inverse is useless as a weight.
 * Each is therefore replaced by {@code (d0 s0^2 + d s^2) / (d0 + d)}, the posterior mean under a scaled inverse
 * chi-square prior whose s0^2 and d0 are matched to the mean and variance of ln s^2 over all points: Smyth 2004,
 * "Linear models and empirical Bayes methods for assessing differential expression", section 6.2. Where the variances
 * differ no more than chance makes them differ, d0 is infinite and all become equal.
 */
final class ModeratedVariance {
    private ModeratedVariance() {}

    /**
     * @param variances positive
     * @param freedoms degrees of freedom of each, positive
     */
    static double[] of(double[] variances, int[] freedoms) {
        int n = variances.length;
        double[] logs = new double[n];
        double chance = 0;
        for (int i = 0; i < n; i++) {
            double half = freedoms[i] / 2.0;
            logs[i] = Math.log(variances[i]) - Gamma.digamma(half) + Math.log(half);
            chance += Gamma.trigamma(half) / n;
        }
        double mean = Arrays.stream(logs).average().orElseThrow();
        double spread = Arrays.stream(logs).map(z -> (z - mean) * (z - mean)).sum() / (n - 1) - chance;
        double[] moderated = new double[n];
        if (!(spread > 0)) {
            Arrays.fill(moderated, Math.exp(mean));
            return moderated;
        }
        double halfPrior = inverseTrigamma(spread);
        double prior = 2 * halfPrior;
        double common = Math.exp(mean + Gamma.digamma(halfPrior) - Math.log(halfPrior));
        for (int i = 0; i < n; i++) {
            moderated[i] = (prior * common + freedoms[i] * variances[i]) / (prior + freedoms[i]);
        }
        return moderated;
    }

    /** The x with trigamma(x) = y, by bisection in ln x; trigamma falls from infinity to zero. */
    static double inverseTrigamma(double y) {
        double low = Math.log(1e-6);
        double high = Math.log(1e9);
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (Gamma.trigamma(Math.exp(middle)) > y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }
}
