package io.cbs.measure;

import io.cbs.config.Aggregate;
import io.cbs.config.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random study with noisy curves, some of which diverge; few evaluations, so that ties are common. */
final class RandomStudy implements Curve {
    private final Random random;
    private final long noiseSeed;
    final Sweeps sweep;

    RandomStudy(long seed) {
        random = new Random(seed);
        noiseSeed = random.nextLong();
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            rates.add(Math.pow(2, i));
        }
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            goals.add(random.nextBoolean() ? Sweeps.loss(level()) : Sweeps.error(level()));
        }
        sweep = Sweeps.rates(1.0)
                .rates(rates)
                .seeds(1 + random.nextInt(5))
                .goals(goals.toArray(new Goal[0]))
                .aggregate(Aggregate.values()[random.nextInt(2)])
                .margin(List.of(1.0, 1.25, 2.0).get(random.nextInt(3)))
                .growth(List.of(1.05, 1.2, 1.5).get(random.nextInt(3)))
                .maxSteps(20 + random.nextInt(300));
    }

    double level() {
        return 0.05 + 0.6 * random.nextDouble();
    }

    @Override
    public Map<Measurement.Series, Double> at(double rate, long seed, long step) {
        Random own = new Random(noiseSeed + Double.hashCode(rate) * 31L + seed * 1009);
        double speed = 0.01 * Math.pow(10, own.nextDouble());
        double floor = own.nextDouble() < 0.2 ? 0.5 : 0;
        double diverges = own.nextDouble() < 0.2 ? 100 * own.nextDouble() : Double.POSITIVE_INFINITY;
        double noise =
                0.1 * new Random(noiseSeed ^ (Double.hashCode(rate) * 7919L + seed * 104729 + step)).nextDouble();
        double loss = floor + (1 - floor) * Math.exp(-speed * step) + noise;
        boolean blownUp = step >= 1 && step >= diverges;
        return Map.of(Sweeps.LOSS, blownUp ? Double.NaN : loss, Sweeps.ERROR, blownUp ? 0 : loss * (0.8 + noise));
    }
}
