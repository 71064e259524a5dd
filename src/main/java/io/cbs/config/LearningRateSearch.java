package io.cbs.config;

import java.util.List;

/**
 * The learning rates tried at every batch size.
 *
 * @param values ascending, without repeats, all positive
 * @param extend how often the search may grow by two points beyond an edge that holds the best one; 0 for never
 */
public record LearningRateSearch(List<Double> values, int extend) {
    public LearningRateSearch {
        values = List.copyOf(values);
    }
}
