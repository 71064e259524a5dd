package io.cbs.fit;

import io.cbs.data.CounterRandom;
import io.cbs.data.Purpose;
import java.util.Arrays;
import java.util.List;

/**
 * S(B) of a curve measured again and again, on paper: in each replicate the seeds of every batch size and learning rate
 * are drawn with replacement, their median is taken and the best learning rate selected anew. This is what carries the
 * choice of the learning rate into an interval.
 *
 * <p>A censored seed counts as at least what it ran. Where it decides a median, that learning rate cannot win against a
 * known smaller one; where its bound is below the best known, the draw is undecided and the best known stands, which
 * only makes S larger.
 *
 * <p>The draws are a function of seed, replicate, and position of point, learning rate and seed alone. So two goals read
 * off the same runs draw the same runs in each replicate: a joint bootstrap.
 */
final class SeedResampling {
    private final CounterRandom random;
    private final List<CurvePoint> points;
    private final int most;

    /** @param points as they are in the curve, used or not, so that positions agree between the goals of one sweep */
    SeedResampling(long seed, List<CurvePoint> points) {
        this.random = new CounterRandom(seed, Purpose.RESAMPLING);
        this.points = points;
        this.most = points.stream()
                .flatMap(point -> point.tried().stream())
                .mapToInt(rate -> rate.seeds().size())
                .max()
                .orElse(1);
    }

    /** @param replicates how many; each row of the result has one number of steps per point, infinite if not reached */
    Resampled draw(int replicates) {
        double[][] steps = new double[replicates][points.size()];
        double[][] rates = new double[replicates][points.size()];
        long undecided = 0;
        for (int r = 0; r < replicates; r++) {
            CounterRandom draws = random.fork(r);
            for (int p = 0; p < points.size(); p++) {
                CurvePoint point = points.get(p);
                Choice best = point.tried().isEmpty()
                        ? new Choice(point.steps(), point.learningRate().orElse(Double.NaN), true)
                        : select(draws, p);
                steps[r][p] = best.steps;
                rates[r][p] = best.rate;
                undecided += best.certain || !point.usable() ? 0 : 1;
            }
        }
        long used = points.stream().filter(CurvePoint::usable).count();
        return new Resampled(steps, rates, undecided / (double) Math.max(1, replicates * used));
    }

    /** The smallest known median; a range where a censored one may be smaller. */
    private Choice select(CounterRandom draws, int p) {
        List<TriedRate> tried = points.get(p).tried();
        double known = Double.POSITIVE_INFINITY;
        double possible = Double.POSITIVE_INFINITY;
        double chosen = Double.NaN;
        for (int rate = 0; rate < tried.size(); rate++) {
            List<SeedRange> seeds = tried.get(rate).seeds();
            double[] low = new double[seeds.size()];
            double[] high = new double[seeds.size()];
            for (int k = 0; k < low.length; k++) {
                SeedRange drawn = seeds.get(draws.below(((long) p << 32 | rate) * most + k, seeds.size()));
                low[k] = drawn.atLeast();
                high[k] = drawn.atMost();
            }
            double atLeast = median(low);
            double atMost = median(high);
            possible = Math.min(possible, atLeast);
            if (atLeast == atMost && atMost < known) {
                known = atMost;
                chosen = tried.get(rate).learningRate();
            }
        }
        return new Choice(known, chosen, possible >= known);
    }

    /** @param certain whether no censored learning rate might have had fewer steps */
    private record Choice(double steps, double rate, boolean certain) {}

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
