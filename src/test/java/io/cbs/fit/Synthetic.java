package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Curves whose truth is known. */
final class Synthetic {
    private Synthetic() {}

    /** B = from, 2 from, ..., {@code count} batch sizes. */
    static List<Double> doublings(double from, int count) {
        List<Double> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(from * Math.pow(2, i));
        }
        return batches;
    }

    static Curve curve(List<Double> batches, DoubleUnaryOperator steps) {
        return Curve.of(
                "synthetic",
                "examples",
                batches.stream()
                        .map(b -> CurvePoint.measured(b, steps.applyAsDouble(b)))
                        .toList());
    }

    /** Lognormal noise of ln S with standard deviation {@code sd}. */
    static Curve noisy(Hyperbola truth, List<Double> batches, double sd, Random random) {
        return curve(batches, b -> truth.steps(b) * Math.exp(sd * random.nextGaussian()));
    }

    static Fitted fit(Curve curve) {
        return (Fitted) CurveFit.fit(curve, FitOptions.defaults().scatterOnly());
    }

    static Refused refused(Curve curve) {
        return (Refused) CurveFit.fit(curve, FitOptions.defaults());
    }

    static List<Warning.Code> codes(FitResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }
}
