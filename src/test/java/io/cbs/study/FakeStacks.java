package io.cbs.study;

import io.cbs.measure.Curve;
import io.cbs.measure.Measurement.Series;
import io.cbs.train.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Stacks that show scripted curves, and remember which were made and how much they trained. */
final class FakeStacks implements Stack.Factory {
    private final Curve curve;
    /** The learning rates of every stack made, in order. */
    final List<List<Double>> made = Collections.synchronizedList(new ArrayList<>());

    private int open;
    private long replicaSteps;

    FakeStacks(Curve curve) {
        this.curve = curve;
    }

    synchronized int open() {
        return open;
    }

    /** Steps times rows trained in all stacks. */
    synchronized long replicaSteps() {
        return replicaSteps;
    }

    private synchronized void count(int opened, long trained) {
        open += opened;
        replicaSteps += trained;
    }

    @Override
    public Stack create(int batchSize, long seed, List<Double> learningRates) {
        made.add(List.copyOf(learningRates));
        count(1, 0);
        return new FakeStack(seed, learningRates);
    }

    private final class FakeStack implements Stack {
        private final long seed;
        private List<Double> rates;
        private long step;
        private boolean closed;

        FakeStack(long seed, List<Double> rates) {
            this.seed = seed;
            this.rates = List.copyOf(rates);
        }

        @Override
        public int replicas() {
            return rates.size();
        }

        @Override
        public long step() {
            return step;
        }

        @Override
        public void advanceTo(long target) {
            if (closed || target <= step) {
                throw new AssertionError("closed, or asked to go back from " + step + " to " + target);
            }
            count(0, (target - step) * rates.size());
            step = target;
        }

        @Override
        public List<Map<Series, Double>> evaluate() {
            return rates.stream().map(rate -> curve.at(rate, seed, step)).toList();
        }

        @Override
        public void keep(int[] rows) {
            rates = IntStream.of(rows).mapToObj(rates::get).toList();
        }

        @Override
        public void close() {
            if (closed) {
                throw new AssertionError("closed twice");
            }
            closed = true;
            count(-1, 0);
        }
    }
}
