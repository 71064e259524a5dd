package io.cbs.study;

import io.cbs.measure.Measurement.Series;
import io.cbs.plan.Trial;
import io.cbs.train.Stack;
import io.cbs.train.StopSignal.StoppedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stack of a wave and the trials in its rows. */
final class Lane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Stack.Factory factory;
    private List<Trial> rows;
    private Stack stack;
    private List<Map<Series, Double>> values = List.of();
    private RuntimeException failure;

    /** @param rows trials of one batch size and seed, by learning rate */
    Lane(Stack.Factory factory, List<Trial> rows) {
        this.factory = factory;
        this.rows = List.copyOf(rows);
    }

    List<Trial> rows() {
        return rows;
    }

    /** Trains to {@code step} and measures; what goes wrong is kept for {@link #failure()}. */
    void advance(long step) {
        if (failure != null) {
            return;
        }
        try {
            if (stack == null) {
                Trial first = rows.get(0);
                stack = factory.create(
                        first.batchSize(),
                        first.seed(),
                        rows.stream().map(Trial::learningRate).toList());
            }
            if (step > stack.step()) {
                stack.advanceTo(step);
            }
            values = stack.evaluate();
            if (values.size() != rows.size()) {
                throw new IllegalStateException(
                        "a stack of " + rows.size() + " replicas measured " + values.size() + " of them");
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** The metrics of every row after the last {@link #advance}. */
    List<Map<Series, Double>> values() {
        return values;
    }

    /** What ended this lane, or null. Throws where it was the request to stop. */
    RuntimeException failure() {
        if (failure instanceof StoppedException) {
            throw failure;
        }
        return failure;
    }

    /** Drops the rows whose trials have ended. */
    void drop(Set<Trial> ended) {
        int[] kept = IntStream.range(0, rows.size())
                .filter(row -> !ended.contains(rows.get(row)))
                .toArray();
        if (kept.length == rows.size()) {
            return;
        }
        rows = IntStream.of(kept).mapToObj(rows::get).toList();
        if (rows.isEmpty()) {
            close();
            return;
        }
        try {
            stack.keep(kept);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        failure = e;
        if (!(e instanceof StoppedException)) {
            LOG.error("a stack failed: {}", rows, e);
        }
    }

    @Override
    public void close() {
        if (stack != null) {
            Stack closing = stack;
            stack = null;
            try {
                closing.close();
            } catch (RuntimeException e) {
                // What was measured stands; after an engine error the stack may not close either.
                LOG.warn("a stack did not close", e);
            }
        }
    }
}
