package io.cbs.study;

import io.cbs.train.Stack;

/** Where a study's stacks come from. */
@FunctionalInterface
public interface StackSource {

    /**
     * Called before every wave. Loads what stacks need; what it throws is wrong with the machine, the data or the model
     * and ends the sweep, so that it is not taken for failed trials.
     */
    Ready ready(int batchSize);

    /**
     * @param stacks makes the stacks
     * @param maxReplicas the most trials that share one stack, at least 1; like the device it may change the last bits
     *     of what is measured, and nothing else
     * @param lanes where the stacks train
     */
    record Ready(Stack.Factory stacks, int maxReplicas, Lanes lanes) {
        public Ready {
            if (maxReplicas < 1) {
                throw new IllegalArgumentException("a stack holds at least one replica, not " + maxReplicas);
            }
        }
    }
}
