package io.cbs.fit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The steps to the goal at one batch size.
 *
 * @param batch batch size in the curve's unit, finite and positive
 * @param steps optimiser steps S(B) of the best learning rate; infinity where the goal was not reached
 * @param lowSteps the last evaluation above the goal: the crossing lies in ({@code lowSteps}, {@code highSteps}]. Equal
 *     to {@code steps} where the bracket is not known; where the goal was not reached, the steps spent, or 0
 * @param highSteps the first evaluation at the goal
 * @param seedSteps steps of each seed at the best learning rate, infinity for one that did not reach; may be empty
 * @param edge where the best learning rate lies; {@link Edge#GRID} and
 *     {@link Edge#UNFINISHED} keep the point out of the fit
 * @param weight declared 1/var(ln S), up to a common factor
 * @param learningRate the best learning rate
 * @param tried every learning rate tried, with what each seed shows, ascending; empty where that is not known
 * @param noiseScale the gradient noise scale of the best learning rate when it reached the goal; empty where not measured
 */
public record CurvePoint(
        double batch,
        double steps,
        double lowSteps,
        double highSteps,
        List<Double> seedSteps,
        Edge edge,
        OptionalDouble weight,
        OptionalDouble learningRate,
        List<TriedRate> tried,
        Optional<NoiseScale> noiseScale) {

    public CurvePoint {
        seedSteps = List.copyOf(seedSteps);
        tried = List.copyOf(tried);
        require(batch > 0 && Double.isFinite(batch), "batch size must be finite and positive: ", batch);
        require(steps >= 0, "steps must not be negative: ", steps);
        require(lowSteps >= 0 && lowSteps <= steps, "the bracket must start at or below the steps: ", lowSteps);
        require(highSteps >= steps, "the bracket must end at or above the steps: ", highSteps);
        double given = weight.orElse(1);
        require(given > 0 && Double.isFinite(given), "weight must be finite and positive: ", given);
        for (double seed : seedSteps) {
            require(seed >= 0, "steps of a seed must not be negative: ", seed);
        }
    }

    /** A point of which only the best learning rate is known. */
    public CurvePoint(
            double batch,
            double steps,
            double lowSteps,
            double highSteps,
            List<Double> seedSteps,
            Edge edge,
            OptionalDouble weight,
            OptionalDouble learningRate) {
        this(batch, steps, lowSteps, highSteps, seedSteps, edge, weight, learningRate, List.of(), Optional.empty());
    }

    /** Steps known exactly, or {@link #notReached} where they are infinite. */
    public static CurvePoint measured(double batch, double steps) {
        double low = Double.isInfinite(steps) ? 0 : steps;
        return new CurvePoint(
                batch, steps, low, steps, List.of(), Edge.NONE, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The median over seeds, where a seed that did not reach counts as infinity. */
    public static CurvePoint ofSeeds(double batch, List<Double> seedSteps) {
        CurvePoint median = measured(batch, Median.of(seedSteps));
        return new CurvePoint(
                batch,
                median.steps,
                median.lowSteps,
                median.highSteps,
                seedSteps,
                median.edge,
                median.weight,
                median.learningRate);
    }

    /** A batch size at which the goal was not reached within {@code spentSteps}: censored, never a number. */
    public static CurvePoint notReached(double batch, double spentSteps) {
        return measured(batch, Double.POSITIVE_INFINITY).withBracket(spentSteps, Double.POSITIVE_INFINITY);
    }

    public CurvePoint withBracket(double low, double high) {
        return new CurvePoint(batch, steps, low, high, seedSteps, edge, weight, learningRate, tried, noiseScale);
    }

    public CurvePoint withEdge(Edge found) {
        return new CurvePoint(
                batch, steps, lowSteps, highSteps, seedSteps, found, weight, learningRate, tried, noiseScale);
    }

    public CurvePoint withWeight(double declared) {
        return new CurvePoint(
                batch,
                steps,
                lowSteps,
                highSteps,
                seedSteps,
                edge,
                OptionalDouble.of(declared),
                learningRate,
                tried,
                noiseScale);
    }

    public CurvePoint withLearningRate(double best) {
        return new CurvePoint(
                batch, steps, lowSteps, highSteps, seedSteps, edge, weight, OptionalDouble.of(best), tried, noiseScale);
    }

    public CurvePoint withTried(List<TriedRate> rates) {
        return new CurvePoint(
                batch, steps, lowSteps, highSteps, seedSteps, edge, weight, learningRate, rates, noiseScale);
    }

    public CurvePoint withNoiseScale(Optional<NoiseScale> measured) {
        return new CurvePoint(
                batch, steps, lowSteps, highSteps, seedSteps, edge, weight, learningRate, tried, measured);
    }

    /** E(B) = B S(B), in the curve's unit. */
    public double examples() {
        return batch * steps;
    }

    public boolean reached() {
        return Double.isFinite(steps);
    }

    /** Whether the point may enter a fit: reached, after at least one step, and not only an upper bound. */
    public boolean usable() {
        return reached() && steps > 0 && edge != Edge.GRID && edge != Edge.UNFINISHED;
    }

    /** How many seeds reached the goal. */
    public long reachedSeeds() {
        return seedSteps.stream().filter(Double::isFinite).count();
    }

    private static void require(boolean holds, String message, double found) {
        if (!holds) {
            throw new IllegalArgumentException(message + found);
        }
    }
}
