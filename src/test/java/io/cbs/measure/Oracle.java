package io.cbs.measure;

import io.cbs.config.Aggregate;
import io.cbs.config.Goal;
import io.cbs.measure.Measurement.Series;
import java.util.Arrays;

/** The best point by plain search over whole curves, with nothing of the code under test. */
record Oracle(double learningRate, double steps, double fraction) {

    /** Infinite steps where no point reaches. */
    static Oracle best(Sweeps sweep, Goal goal, Curve curve) {
        Oracle best = new Oracle(Double.NaN, Double.POSITIVE_INFINITY, 0);
        for (double rate : sweep.rates()) {
            Oracle point = sweep.aggregate() == Aggregate.CROSSING_OF_MEAN
                    ? ofMean(sweep, goal, curve, rate)
                    : ofMedian(sweep, goal, curve, rate);
            boolean fewer = point.steps < best.steps;
            boolean tie = point.steps == best.steps && Double.isFinite(point.steps);
            if (fewer || (tie && point.fraction > best.fraction)) {
                best = point;
            }
        }
        return best;
    }

    private static Oracle ofMedian(Sweeps sweep, Goal goal, Curve curve, double rate) {
        double[] steps = sweep.seeds().stream()
                .mapToDouble(seed -> crossing(sweep, goal, curve, rate, seed))
                .sorted()
                .toArray();
        double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
        long reached = Arrays.stream(steps).filter(Double::isFinite).count();
        return new Oracle(rate, median, reached / (double) steps.length);
    }

    private static Oracle ofMean(Sweeps sweep, Goal goal, Curve curve, double rate) {
        for (long step = 0; step <= sweep.maxSteps(); step = after(sweep, step)) {
            double mean = 0;
            int below = 0;
            for (long seed : sweep.seeds()) {
                mean += diverged(curve, rate, seed, step)
                        ? Double.POSITIVE_INFINITY
                        : value(goal, curve, rate, seed, step) / sweep.seeds().size();
                below += crossing(sweep, goal, curve, rate, seed) <= step ? 1 : 0;
            }
            if (mean <= goal.atMost()) {
                return new Oracle(rate, step, below / (double) sweep.seeds().size());
            }
        }
        return new Oracle(rate, Double.POSITIVE_INFINITY, 0);
    }

    private static double crossing(Sweeps sweep, Goal goal, Curve curve, double rate, long seed) {
        for (long step = 0; step <= sweep.maxSteps(); step = after(sweep, step)) {
            if (diverged(curve, rate, seed, step)) {
                break;
            } else if (value(goal, curve, rate, seed, step) <= goal.atMost()) {
                return step;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean diverged(Curve curve, double rate, long seed, long step) {
        return Double.isNaN(curve.at(rate, seed, step).get(Sweeps.LOSS));
    }

    private static double value(Goal goal, Curve curve, double rate, long seed, long step) {
        return curve.at(rate, seed, step).get(new Series(goal.on(), goal.metric()));
    }

    private static long after(Sweeps sweep, long step) {
        return Math.max(step + 1, (long) Math.floor(step * sweep.growth()));
    }
}
