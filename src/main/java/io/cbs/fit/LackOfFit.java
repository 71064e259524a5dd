package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Whether the points leave the hyperbola in a pattern: the F test for adding the two directions in which real curves
 * differ from it, at the fitted curve.
 *
 * <p>With p and q = 1 - p the shares of S_min and E_min/B in S(B):
 * <ul>
 *   <li>the knee: {@code p ln p + q ln q} = d ln S / dk at k = 1 of {@code S^k = S_min^k + (E_min/B)^k}, sharper or
 *       softer than the hyperbola (a roof is k = infinity);
 *   <li>the exponent: {@code -q ln B} = d ln S / d alpha at alpha = 1 of {@code S = S_min + E_min B^-alpha}.
 * </ul>
 * To first order the residuals of a true hyperbola with normal noise of ln S have no component along either, so the
 * test raises a false alarm in 5% of fits (measured by simulation in the tests). With five points or fewer only the
 * knee is tested, so that at least one degree of freedom is left for the noise. This is Tukey's and Pregibon's added
 * variable test, in the weights of the fit.
 *
 * @param directions how many directions were tested
 * @param f the F statistic on {@code directions} and n - 2 - {@code directions} degrees of freedom
 * @param pValue probability of so large an F if the hyperbola is true
 * @param largest the systematic part of the residual, ln S, at the batch size where it is largest in size
 * @param atBatch that batch size
 * @param verdict what to say about it
 */
public record LackOfFit(int directions, double f, double pValue, double largest, double atBatch, Verdict verdict) {

    /** In order of how loud. */
    public enum Verdict {
        /** No pattern that noise could not make, or one below 1% of S. */
        NONE("none"),
        /** A pattern, of less than a tenth of S: the asymptotes hold roughly, the intervals are too narrow. */
        SYSTEMATIC("systematic"),
        /** A pattern of a tenth of S or more: the curve is not a hyperbola, and B_crit is only a label on it. */
        LACK_OF_FIT("lack-of-fit");

        private final String key;

        Verdict(String key) {
            this.key = key;
        }

        /** The name in JSON. */
        public String key() {
            return key;
        }
    }

    private static final double LEVEL = 0.05;
    private static final double NEGLIGIBLE = 0.01;
    private static final double LARGE = Math.log(1.1);

    /**
     * @param batches of the points in the fit, ascending, at least four
     * @param residuals ln S - ln fitted S
     * @param weights of the fit
     */
    static LackOfFit test(Hyperbola curve, double[] batches, double[] residuals, double[] weights) {
        int n = batches.length;
        double[][] columns = columns(curve, batches, weights);
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            left[i] = Math.sqrt(weights[i]) * residuals[i];
        }
        int directions = n < 6 ? 1 : 2;
        List<double[]> basis = new ArrayList<>();
        double[] systematic = new double[n];
        double explained = 0;
        for (int c = 0; c < 2 + directions; c++) {
            double[] axis = orthonormal(columns[c], basis);
            basis.add(axis);
            double along = dot(axis, left);
            addTo(left, axis, -along);
            if (c >= 2) {
                explained += along * along;
                addTo(systematic, axis, along);
            }
        }
        int freedom = n - 2 - directions;
        double f = explained / directions / Math.max(dot(left, left) / freedom, Double.MIN_NORMAL);
        double pValue = 1 - new FDistribution(directions, freedom).cumulativeProbability(f);
        int worst = 0;
        for (int i = 0; i < n; i++) {
            systematic[i] /= Math.sqrt(weights[i]);
            worst = Math.abs(systematic[i]) > Math.abs(systematic[worst]) ? i : worst;
        }
        return new LackOfFit(
                directions, f, pValue, systematic[worst], batches[worst], verdict(pValue, systematic[worst]));
    }

    private static Verdict verdict(double pValue, double largest) {
        if (pValue >= LEVEL || Math.abs(largest) < NEGLIGIBLE) {
            return Verdict.NONE;
        }
        return Math.abs(largest) < LARGE ? Verdict.SYSTEMATIC : Verdict.LACK_OF_FIT;
    }

    private static double[][] columns(Hyperbola curve, double[] batches, double[] weights) {
        double[][] columns = new double[4][batches.length];
        for (int i = 0; i < batches.length; i++) {
            double root = Math.sqrt(weights[i]);
            double p = curve.floorShare(batches[i]);
            double q = 1 - p;
            columns[0][i] = root;
            columns[1][i] = root * p;
            columns[2][i] = root * (p * Math.log(p) + q * Math.log(q));
            // relative to B_crit, which changes the column only by a multiple of q and keeps the unit of B out
            columns[3][i] = -root * q * Math.log(batches[i] / curve.bCrit());
        }
        return columns;
    }

    /** Gram-Schmidt, done twice so that rounding leaves nothing of the earlier axes. */
    private static double[] orthonormal(double[] column, List<double[]> basis) {
        double[] axis = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] earlier : basis) {
                addTo(axis, earlier, -dot(earlier, axis));
            }
        }
        double norm = Math.sqrt(dot(axis, axis));
        for (int i = 0; i < axis.length; i++) {
            axis[i] /= norm;
        }
        return axis;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static void addTo(double[] target, double[] axis, double times) {
        for (int i = 0; i < target.length; i++) {
            target[i] += times * axis[i];
        }
    }
}
