package io.cbs.fit;

/**
 * Replicates of a curve.
 *
 * @param steps for each replicate one number of steps per point of the curve, infinite where not reached
 * @param rates the learning rate chosen at each, NaN where none is known
 * @param undecided share of the draws in which a censored learning rate might have won and the best known one stood
 */
record Resampled(double[][] steps, double[][] rates, double undecided) {

    int count() {
        return steps.length;
    }
}
