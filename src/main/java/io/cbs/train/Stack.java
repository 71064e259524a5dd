package io.cbs.train;

import io.cbs.measure.Measurement.Series;
import java.util.List;
import java.util.Map;

/**
 * The replicas of a study that share a seed, and so see the same minibatches, trained together: one parameter matrix
 * with a row per replica. Used by one thread at a time.
 */
public interface Stack extends AutoCloseable {

    /** Number of rows still training. */
    int replicas();

    /** Optimiser steps taken so far. */
    long step();

    /** Trains every row up to {@code step}. Long rounds are cut into calls of about a second; a cut changes no result. */
    void advanceTo(long step);

    /** The metrics of every row at the current parameters, in row order. */
    List<Map<Series, Double>> evaluate();

    /** Keeps only the given rows, ascending indices into the current ones. */
    void keep(int[] rows);

    @Override
    void close();

    /** Makes the stack of one seed of one study at step 0. */
    interface Factory {
        /**
         * @param batchSize global batch size in examples
         * @param seed the trials' seed
         * @param learningRates one row each
         */
        Stack create(int batchSize, long seed, List<Double> learningRates);
    }
}
