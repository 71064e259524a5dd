package io.cbs.store.exchange;

import java.util.Arrays;
import java.util.List;

/** Where one trial first meets each target. Rows may come in any order; only their steps are kept. */
final class TrialCrossings {
    private final List<Target> targets;
    private final Row[] first;
    private long[] steps = new long[64];
    private int rows;

    /** The row with the fewest steps that meets a target. */
    record Row(long step, double value) {}

    TrialCrossings(List<Target> targets) {
        this.targets = targets;
        this.first = new Row[targets.size()];
    }

    /** @param values one per target */
    void add(long step, double[] values) {
        if (rows == steps.length) {
            steps = Arrays.copyOf(steps, 2 * rows);
        }
        steps[rows++] = step;
        for (int i = 0; i < first.length; i++) {
            if (targets.get(i).reachedBy(values[i]) && (first[i] == null || step < first[i].step())) {
                first[i] = new Row(step, values[i]);
            }
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** The first row that meets a target, or null. */
    Row first(int target) {
        return first[target];
    }

    /** The evaluation before {@code step}, or 0: the crossing lies between the two. */
    long before(long step) {
        return Arrays.stream(steps, 0, rows).filter(s -> s < step).max().orElse(0);
    }

    long last() {
        return Arrays.stream(steps, 0, rows).max().orElse(0);
    }
}
