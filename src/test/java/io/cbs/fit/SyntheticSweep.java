package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sweeps whose truth is known: at each batch size the steps of a hyperbola, times {@code exp(bend x^2)} for a learning
 * rate x log units from the best one, times lognormal noise of each seed.
 *
 * @param bend how fast ln S rises with the square of the distance in ln learning rate
 * @param spacing ratio of neighbouring learning rates, seven in all
 * @param offset the grid lies off the best learning rate by up to this many spacings to either side, at random
 */
record SyntheticSweep(Hyperbola truth, int seeds, double sd, double bend, double spacing, double offset) {
    private static final int RATES = 7;

    Curve draw(List<Double> batches, Random random) {
        List<CurvePoint> points = new ArrayList<>();
        for (double batch : batches) {
            double shift = offset * (2 * random.nextDouble() - 1);
            List<TriedRate> tried = new ArrayList<>();
            for (int i = 0; i < RATES; i++) {
                double away = (i - RATES / 2 + shift) * Math.log(spacing);
                double steps = truth.steps(batch) * Math.exp(bend * away * away);
                List<SeedRange> outcomes = new ArrayList<>();
                for (int s = 0; s < seeds; s++) {
                    outcomes.add(SeedRange.reached(steps * Math.exp(sd * random.nextGaussian())));
                }
                tried.add(new TriedRate(bestRate(batch) * Math.exp(away), outcomes));
            }
            points.add(best(batch, tried));
        }
        return Curve.of("synthetic sweep", "examples", points);
    }

    /** {@code 1/(1 + B_crit/B)}. */
    double bestRate(double batch) {
        return 1 / (1 + truth.bCrit() / batch);
    }

    static CurvePoint best(double batch, List<TriedRate> tried) {
        TriedRate best = tried.get(0);
        for (TriedRate rate : tried) {
            best = rate.median().atMost() < best.median().atMost() ? rate : best;
        }
        return CurvePoint.ofSeeds(
                        batch, best.seeds().stream().map(SeedRange::atMost).toList())
                .withLearningRate(best.learningRate())
                .withTried(tried);
    }
}
