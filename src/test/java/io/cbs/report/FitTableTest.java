package io.cbs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.fit.Curve;
import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.CurvePoint;
import io.cbs.fit.Edge;
import io.cbs.fit.FitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FitTableTest {

    @Test
    void lackOfFitStandsAboveTheParameters() {
        String table = print(points(b -> Math.log(1e6) / Math.log1p(b / 21)));

        assertThat(table)
                .contains("LACK OF FIT: these points do not lie on a hyperbola; see the warnings.\nS(B) = S_min")
                .contains(
                        "warning lack-of-fit: the curve is not a hyperbola: the points leave the fit in a pattern, "
                                + "most at B=128, where S lies about 23% above it; at the largest, B=4096, 22% below it (p = 0.0001 or less");
    }

    @Test
    void aTrueHyperbolaHasNoSuchLine() {
        assertThat(print(points(b -> 40 + 4000 / b))).doesNotContain("LACK OF FIT");
    }

    @Test
    void notesSayWhatIsSpecialAboutAPoint() {
        double inf = Double.POSITIVE_INFINITY;
        List<CurvePoint> points = new ArrayList<>(points(b -> 40 + 4000 / b));
        points.set(0, CurvePoint.notReached(1, 9000));
        points.set(1, CurvePoint.measured(2, 2500).withEdge(Edge.GRID));
        points.set(2, CurvePoint.ofSeeds(4, List.of(1040.0, inf, 1000.0)).withEdge(Edge.STABILITY));

        assertThat(print(points))
                .containsPattern("\n +1 +- +- +- +- +40\\d\\d +- +not reached, not in the fit\n")
                .containsPattern("\n +2 +2500 +- +5000 .*grid-edge, not in the fit\n")
                .containsPattern("\n +4 +1040 +- +4160 .*stability-edge, 2/3 seeds\n");
    }

    @Test
    void noLineEndsInBlanks() {
        assertThat(print(points(b -> 40 + 4000 / b)).lines()).noneMatch(line -> line.endsWith(" "));
    }

    private static String print(List<CurvePoint> points) {
        return FitTable.of(CurveAnalysis.of(Curve.of("label", "examples", points), FitOptions.defaults()));
    }

    private static List<CurvePoint> points(DoubleUnaryOperator steps) {
        List<CurvePoint> points = new ArrayList<>();
        for (double batch = 1; batch <= 4096; batch *= 2) {
            points.add(CurvePoint.measured(batch, steps.applyAsDouble(batch)));
        }
        return points;
    }
}
