package io.cbs.fit;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Weighted least squares of {@code ln S = ln(S_min + E_min / B)} in (ln S_min, ln E_min).
 *
 * <p>In the logarithm, because at a given batch size ln E = ln B + ln S: the residual in steps and in examples is the
 * same number, so there is no choice of axis to make, and both asymptotes stay positive. The log form of the fit of
 * Zhang et al. 2024, arXiv:2410.21676, whose published asymptotes it reproduces.
 */
final class HyperbolaRegression {
    /** Just above the rounding of a double, below which the optimiser reports failure. */
    private static final double TOLERANCE = 1e-15;

    private static final int LIMIT = 1000;

    private HyperbolaRegression() {}

    /**
     * @param batches ascending, at least three
     * @param weights 1/var(ln S) up to a common factor
     * @throws org.hipparchus.exception.MathRuntimeException if the iteration does not converge
     */
    static HyperbolaFit fit(double[] batches, double[] steps, double[] weights) {
        double fewest = Arrays.stream(steps).min().orElseThrow();
        double examples = Math.max(batches[0] * steps[0], batches[1] * steps[1]);
        RealVector start = new ArrayRealVector(new double[] {Math.log(0.9 * fewest), Math.log(examples)});
        RealVector observed = new ArrayRealVector(steps).map(Math::log);
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                model(batches), observed, start, new DiagonalMatrix(weights), null, LIMIT, LIMIT);
        RealVector best = new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(TOLERANCE)
                .withParameterRelativeTolerance(TOLERANCE)
                .withOrthoTolerance(TOLERANCE)
                .optimize(problem)
                .getPoint();
        Hyperbola curve = new Hyperbola(Math.exp(best.getEntry(0)), Math.exp(best.getEntry(1)));
        return summarise(curve, batches, steps, weights);
    }

    /** The curve and its analytic Jacobian: the shares of the two terms in S, which add up to one. */
    private static MultivariateJacobianFunction model(double[] batches) {
        return parameters -> {
            Hyperbola curve = new Hyperbola(Math.exp(parameters.getEntry(0)), Math.exp(parameters.getEntry(1)));
            double[] value = new double[batches.length];
            double[][] jacobian = new double[batches.length][];
            for (int i = 0; i < batches.length; i++) {
                double floor = curve.floorShare(batches[i]);
                value[i] = Math.log(curve.steps(batches[i]));
                jacobian[i] = new double[] {floor, 1 - floor};
            }
            return new Pair<>(new ArrayRealVector(value, false), new Array2DRowRealMatrix(jacobian, false));
        };
    }

    /** The covariance at a curve that is the minimum. */
    static HyperbolaFit summarise(Hyperbola curve, double[] batches, double[] steps, double[] weights) {
        double saa = 0;
        double sab = 0;
        double sbb = 0;
        double squares = 0;
        for (int i = 0; i < batches.length; i++) {
            double floor = curve.floorShare(batches[i]);
            double residual = Math.log(steps[i] / curve.steps(batches[i]));
            saa += weights[i] * floor * floor;
            sab += weights[i] * floor * (1 - floor);
            sbb += weights[i] * (1 - floor) * (1 - floor);
            squares += weights[i] * residual * residual;
        }
        int freedom = batches.length - 2;
        double variance = squares / freedom;
        double scale = variance / (saa * sbb - sab * sab);
        LogCovariance covariance = new LogCovariance(scale * sbb, -scale * sab, scale * saa);
        return new HyperbolaFit(curve, covariance, variance, freedom);
    }
}
