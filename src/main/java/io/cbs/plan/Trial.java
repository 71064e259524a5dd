package io.cbs.plan;

/**
 * One training run.
 *
 * @param id a hash of everything that determines the run's trajectory; equal ids give equal measurements up to
 *     rounding, and to the bit on one kind of device when the same trials run together
 * @param batchSize global batch size in examples
 * @param learningRate the point's learning rate
 * @param seed fixes initial weights and sample order
 */
public record Trial(String id, int batchSize, double learningRate, long seed) {}
