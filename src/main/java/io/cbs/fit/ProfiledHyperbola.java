package io.cbs.fit;

/**
 * The least squares of {@link HyperbolaRegression}, some hundred times faster, for replicates: at a given B_crit = c the
 * best ln S_min is the weighted mean of {@code ln S - ln(1 + c/B)}, so only ln c is left to search (variable projection:
 * Golub and Pereyra 1973). Gauss-Newton steps in ln c, halved until they descend.
 *
 * @param batches at least three
 * @param weights 1/var(ln S) up to a common factor
 */
record ProfiledHyperbola(double[] batches, double[] weights) {
    private static final int LIMIT = 200;
    private static final double TOLERANCE = 1e-9;

    /** Beyond this factor outside the batch sizes an asymptote is not there: B_crit is 0 or infinite. */
    private static final double FAR = 1e4;

    /** @return the minimum nearest to {@code start}; with a B_crit of 0 or infinity where the points have no bend */
    LogAsymptotes fit(double[] logSteps, double start) {
        double low = Math.log(batches[0] / FAR);
        double high = Math.log(batches[batches.length - 1] * FAR);
        double logC = Math.max(low, Math.min(high, Math.log(start)));
        Step at = new Step(logSteps, logC);
        for (int i = 0; i < LIMIT; i++) {
            double move = Math.max(-1, Math.min(1, at.move));
            Step next = new Step(logSteps, logC + move);
            while (next.squares > at.squares && Math.abs(move) > TOLERANCE) {
                move /= 2;
                next = new Step(logSteps, logC + move);
            }
            logC += move;
            at = next;
            if (logC < low) {
                return new LogAsymptotes(at.mean, Double.NEGATIVE_INFINITY);
            }
            if (logC > high) {
                return new LogAsymptotes(Double.NEGATIVE_INFINITY, at.mean + logC);
            }
            if (Math.abs(move) <= TOLERANCE) {
                break;
            }
        }
        return new LogAsymptotes(at.mean, at.mean + logC);
    }

    /** The profile at one ln c and the Gauss-Newton step from it. */
    private final class Step {
        private final double mean;
        private final double squares;
        private final double move;

        Step(double[] logSteps, double logC) {
            int n = batches.length;
            double c = Math.exp(logC);
            double[] residual = new double[n];
            double[] share = new double[n];
            double sumWeight = 0;
            double sumResidual = 0;
            double sumShare = 0;
            for (int i = 0; i < n; i++) {
                residual[i] = logSteps[i] - Math.log1p(c / batches[i]);
                share[i] = 1 / (1 + batches[i] / c);
                sumWeight += weights[i];
                sumResidual += weights[i] * residual[i];
                sumShare += weights[i] * share[i];
            }
            mean = sumResidual / sumWeight;
            double squared = 0;
            double across = 0;
            double own = 0;
            for (int i = 0; i < n; i++) {
                double left = residual[i] - mean;
                double lean = share[i] - sumShare / sumWeight;
                squared += weights[i] * left * left;
                across += weights[i] * left * lean;
                own += weights[i] * lean * lean;
            }
            squares = squared;
            move = own > 0 ? across / own : 0;
        }
    }
}
