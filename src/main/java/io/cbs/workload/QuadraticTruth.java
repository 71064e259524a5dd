package io.cbs.workload;

import io.cbs.config.OptimizerConfig;
import io.cbs.config.WorkloadConfig;

/**
 * The exact expected risk of a noisy quadratic. Every coordinate is a linear recursion of (theta, v) driven by the
 * gradient noise, so its mean and covariance follow exactly (Zhang et al. 2019, appendix; the plain-SGD case is their
 * theorem on {@code E theta_i(t)^2}).
 *
 * @param workload the spectra
 * @param optimizer SGD, heavy ball or Nesterov
 * @param batchSize B; the noise variance of coordinate i is {@code c_i / B}
 * @param learningRate constant
 */
public record QuadraticTruth(
        WorkloadConfig.NoisyQuadratic workload, OptimizerConfig optimizer, int batchSize, double learningRate) {

    /** The expected risk {@code E sum_i h_i theta_i^2 / 2} after each of 0 to {@code steps} steps. */
    public double[] risk(int steps) {
        double[] h = workload.curvature().values(workload.dimension());
        double[] c = workload.noise().values(workload.dimension());
        double[] start = workload.start().values(workload.dimension());
        double[] risk = new double[steps + 1];
        for (int i = 0; i < h.length; i++) {
            Coordinate coordinate = new Coordinate(h[i], c[i] / batchSize, start[i]);
            for (int t = 0; t <= steps; t++) {
                risk[t] += 0.5 * h[i] * coordinate.secondMoment();
                coordinate.step();
            }
        }
        return risk;
    }

    /**
     * The first step whose expected risk is at most {@code goal}, or -1 where that takes more than {@code limit} steps.
     */
    public int steps(double goal, int limit) {
        double[] risk = risk(limit);
        for (int t = 0; t <= limit; t++) {
            if (risk[t] <= goal) {
                return t;
            }
        }
        return -1;
    }

    private double momentum() {
        if (optimizer instanceof OptimizerConfig.Momentum heavyBall) {
            return heavyBall.momentum();
        }
        return optimizer instanceof OptimizerConfig.Nesterov nesterov ? nesterov.momentum() : 0;
    }

    /** Mean and covariance of (theta, v) in one coordinate. */
    private final class Coordinate {
        /** theta' = a theta + b v + s e; v' = h theta + m v + e. */
        private final double a;

        private final double b;
        private final double s;
        private final double h;
        private final double m;
        private final double variance;
        private double theta;
        private double v;
        private double thetaTheta;
        private double thetaV;
        private double vv;

        Coordinate(double h, double variance, double start) {
            double lr = learningRate;
            this.h = h;
            this.m = momentum();
            this.variance = variance;
            this.theta = start;
            boolean nesterov = optimizer instanceof OptimizerConfig.Nesterov;
            // Heavy ball moves by lr v'; Nesterov by lr (g + m v'), with g = h theta + e.
            this.a = nesterov ? 1 - lr * h * (1 + m) : 1 - lr * h;
            this.b = nesterov ? -lr * m * m : -lr * m;
            this.s = nesterov ? -lr * (1 + m) : -lr;
        }

        double secondMoment() {
            return theta * theta + thetaTheta;
        }

        void step() {
            double nextTheta = a * theta + b * v;
            v = h * theta + m * v;
            theta = nextTheta;
            double tt = a * a * thetaTheta + 2 * a * b * thetaV + b * b * vv + s * s * variance;
            double tv = a * h * thetaTheta + (a * m + b * h) * thetaV + b * m * vv + s * variance;
            vv = h * h * thetaTheta + 2 * h * m * thetaV + m * m * vv + variance;
            thetaTheta = tt;
            thetaV = tv;
        }
    }
}
