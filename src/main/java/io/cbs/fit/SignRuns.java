package io.cbs.fit;

import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * Runs of equal sign among residuals in order of batch size: Wald and Wolfowitz 1940.
 *
 * @param count how many runs; few mean that the curve is off in a pattern
 * @param probability of so few runs or fewer if every order of the signs were equally likely. Residuals of a fit are
 *     not quite independent, so this describes and {@link LackOfFit} decides
 */
public record SignRuns(int count, double probability) {

    static SignRuns of(List<Double> residuals) {
        int above = (int) residuals.stream().filter(r -> r >= 0).count();
        int below = residuals.size() - above;
        int count = 1;
        for (int i = 1; i < residuals.size(); i++) {
            if (residuals.get(i) >= 0 != residuals.get(i - 1) >= 0) {
                count++;
            }
        }
        if (above == 0 || below == 0) {
            return new SignRuns(count, 1);
        }
        double ways = 0;
        for (int runs = 2; runs <= count; runs++) {
            ways += ways(runs, above, below);
        }
        return new SignRuns(count, Math.min(1, ways / choose(above + below, above)));
    }

    private static double ways(int runs, int above, int below) {
        int half = runs / 2;
        if (runs % 2 == 0) {
            return 2 * choose(above - 1, half - 1) * choose(below - 1, half - 1);
        }
        return choose(above - 1, half) * choose(below - 1, half - 1)
                + choose(above - 1, half - 1) * choose(below - 1, half);
    }

    private static double choose(int n, int k) {
        return k < 0 || k > n ? 0 : CombinatoricsUtils.binomialCoefficientDouble(n, k);
    }
}
