package io.cbs.plan;

import java.util.List;

/**
 * All trials of one batch size.
 *
 * @param batchSize global batch size in examples
 * @param maxSteps the most steps that one trial may take
 * @param trials every point at every seed, by learning rate, then seed
 */
public record Study(int batchSize, long maxSteps, List<Trial> trials) {
    public Study {
        trials = List.copyOf(trials);
    }
}
