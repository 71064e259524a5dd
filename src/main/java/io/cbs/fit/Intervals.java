package io.cbs.fit;

/**
 * The three parameters of a fit with their 95% intervals, and what these rest on.
 *
 * @param sMin the floor of steps
 * @param eMin the floor of examples
 * @param bCrit their ratio
 * @param replicates of the bootstrap; 0 without one
 * @param undecided share of the draws in which a learning rate that was stopped early might have won and the best known
 *     one stood
 * @param dropped share of the replicates left out, because fewer than three batch sizes reached the goal in them
 * @param selectionShift mean over the points of ln S(replicates) - ln S: negative where choosing the smallest of several
 *     noisy medians makes S come out low, and about as low again as S itself does
 */
public record Intervals(
        Estimate sMin,
        Estimate eMin,
        Estimate bCrit,
        IntervalMethod method,
        int replicates,
        double undecided,
        double dropped,
        double selectionShift) {

    static Intervals scatter(Estimate sMin, Estimate eMin, Estimate bCrit) {
        return new Intervals(sMin, eMin, bCrit, IntervalMethod.FIT_SCATTER, 0, 0, 0, 0);
    }
}
