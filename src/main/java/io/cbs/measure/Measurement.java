package io.cbs.measure;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import java.util.Map;

/**
 * One evaluation of one trial.
 *
 * @param step optimiser steps taken before it; 0 is the initial weights
 * @param values one value per metric and set; NaN and infinities are kept as they are
 */
public record Measurement(long step, Map<Series, Double> values) {

    /** A metric on a set. The name in files is {@code held_out/error_rate}, as in the database of Shallue et al. */
    public record Series(EvaluationSet on, Metric metric) {
        /** The column's name in files. */
        public String column() {
            return on.key() + "/" + metric.key();
        }
    }

    public Measurement {
        values = Map.copyOf(values);
    }
}
