package io.cbs.fit;

/**
 * {@code B_crit(L) = B_* L^(-1/alpha_B)}: Kaplan et al. 2020, arXiv:2001.08361, equation 5.3, with L the goal.
 *
 * @param bStar B_*, B_crit at a goal of one
 * @param slope 1/alpha_B, the exponent without its sign
 * @param slopeLow lower end of its 95% interval
 * @param slopeHigh upper end
 * @param replicates of the joint bootstrap behind the intervals; 0 where they are those of the line alone, which takes
 *     the goals for independent although they share their runs
 */
public record GoalLaw(Estimate bStar, double slope, double slopeLow, double slopeHigh, int replicates) {

    /** B_crit at a goal; beyond the measured goals a guess. */
    public double bCrit(double goal) {
        return bStar.value() * Math.pow(goal, -slope);
    }

    public double alpha() {
        return 1 / slope;
    }

    /** Whether B_crit is shown to grow as the goal gets harder. */
    public boolean grows() {
        return slopeLow > 0;
    }
}
