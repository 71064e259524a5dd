package io.cbs.fit;

/**
 * What a rule for the learning rate costs at one batch size, off the learning rates tried there: ln S is linear in ln
 * learning rate between neighbours.
 *
 * @param exponent of the rule {@code rate = rate0 (B/B0)^exponent}: 1 or 1/2
 * @param rate the learning rate of the rule
 * @param factor S with it over S tuned; infinite where the tried ones around it never reach, NaN where it lies outside
 *     those tried or next to one that never reaches
 * @param bound whether the factor is only a lower bound, for a learning rate beside it was stopped early
 */
public record Regret(double exponent, double batch, double rate, double factor, boolean bound) {

    static Regret of(double exponent, CurvePoint point, double rate) {
        TriedRate below = null;
        TriedRate above = null;
        for (TriedRate tried : point.tried()) {
            if (tried.learningRate() <= rate * (1 + 1e-12)) {
                below = tried;
            }
            if (above == null && tried.learningRate() >= rate * (1 - 1e-12)) {
                above = tried;
            }
        }
        if (below == null || above == null) {
            return new Regret(exponent, point.batch(), rate, Double.NaN, false);
        }
        double low = below.median().atLeast();
        double high = above.median().atLeast();
        double factor;
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            factor = low == high ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            double width = Math.log(above.learningRate() / below.learningRate());
            double part = width > 0 ? Math.log(rate / below.learningRate()) / width : 0;
            factor = Math.exp((1 - part) * Math.log(low) + part * Math.log(high)) / point.steps();
        }
        boolean known = below.median().known() && above.median().known();
        return new Regret(exponent, point.batch(), rate, factor, !known);
    }
}
