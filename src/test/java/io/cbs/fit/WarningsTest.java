package io.cbs.fit;

import static io.cbs.fit.Synthetic.codes;
import static io.cbs.fit.Synthetic.curve;
import static io.cbs.fit.Synthetic.doublings;
import static io.cbs.fit.Synthetic.fit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static final Hyperbola TRUTH = new Hyperbola(100, 10_000);

    @Test
    void aCleanCurveSaysOnlyWhatItsIntervalsRestOn() {
        assertThat(codes(fit(exact()))).containsExactly(Warning.Code.SCATTER_INTERVALS);
    }

    @Test
    void aPointThatIsOnlyABoundStaysOutOfTheFit() {
        Fitted fitted = fit(replace(7, point -> CurvePoint.measured(point.batch(), 3 * point.steps())
                .withEdge(Edge.GRID)
                .withLearningRate(0.5)));

        assertThat(fitted.bCrit().value()).isCloseTo(100, within(1e-6));
        assertThat(fitted.points().get(7).used()).isFalse();
        assertThat(fitted.points().get(7).residual()).isCloseTo(Math.log(3), within(1e-6));
        assertThat(fitted.warnings().get(0))
                .isEqualTo(new Warning(
                        Warning.Code.GRID_EDGE,
                        "B=896: the best learning rate 0.5 is the last one tried, so S <= 333.482 is only a bound; "
                                + "left out of the fit",
                        "add learning rates beyond it"));
    }

    @Test
    void aPointThatDidNotReachStaysOutOfTheFitWhateverItSpent() {
        Fitted fitted = fit(replace(0, point -> CurvePoint.notReached(point.batch(), 500)));

        assertThat(fitted.bCrit().value()).isCloseTo(100, within(1e-6));
        assertThat(fitted.points().get(0).residual()).isNaN();
        assertThat(fitted.warnings().get(0).code()).isEqualTo(Warning.Code.NOT_REACHED);
        assertThat(fitted.warnings().get(0).message())
                .isEqualTo("B=7: the goal was not reached within 500 steps; left out of the fit");
    }

    @Test
    void aGoalMetBeforeTheFirstStepIsNotAPoint() {
        Fitted fitted = fit(replace(8, point -> CurvePoint.measured(point.batch(), 0)));

        assertThat(fitted.bCrit().value()).isCloseTo(100, within(1e-6));
        assertThat(codes(fitted)).contains(Warning.Code.GOAL_MET_AT_START);
    }

    @Test
    void aStabilityEdgeIsKeptAndSaid() {
        Fitted fitted = fit(replace(3, point -> point.withEdge(Edge.STABILITY)));

        assertThat(fitted.points().get(3).used()).isTrue();
        assertThat(codes(fitted)).contains(Warning.Code.STABILITY_EDGE);
    }

    @Test
    void theMedianCountsSeedsThatDidNotReachAsInfinity() {
        double inf = Double.POSITIVE_INFINITY;
        CurvePoint most = CurvePoint.ofSeeds(8, List.of(10.0, inf, 12.0));
        CurvePoint half = CurvePoint.ofSeeds(8, List.of(10.0, inf));

        assertThat(most.steps()).isEqualTo(12);
        assertThat(half.reached()).isFalse();
        Fitted fitted = fit(replace(2, point -> CurvePoint.ofSeeds(point.batch(), List.of(point.steps(), inf, 1.0))));
        assertThat(fitted.bCrit().value()).isCloseTo(100, within(1e-6));
        assertThat(fitted.warnings().get(0).message())
                .isEqualTo("B=28: 2 of 3 seeds reached the goal; S is the median with the others as infinity");
    }

    @Test
    void stepsThatRiseWithTheBatchSizeAreSaid() {
        Fitted fitted = fit(replace(8, point -> CurvePoint.measured(point.batch(), 130)));

        assertThat(fitted.warnings().get(0).message())
                .isEqualTo("S(B) rises with the batch size: from 111.161 at B=896 to 130 at B=1792");
    }

    @Test
    void aRiseWithinTheBracketsIsNotSaid() {
        Fitted fitted =
                fit(replace(8, point -> CurvePoint.measured(point.batch(), 113).withBracket(108, 113)));

        assertThat(codes(fitted)).doesNotContain(Warning.Code.NON_MONOTONE);
    }

    @Test
    void bCritBeyondTheMeasuredBatchSizesIsSaid() {
        Fitted fitted = fit(curve(doublings(1, 10), b -> 1e5 / b * (b == 512 ? 1.5 : 1)));

        assertThat(fitted.bCrit().value()).isGreaterThan(512);
        assertThat(codes(fitted)).contains(Warning.Code.OUTSIDE_RANGE, Warning.Code.INFLUENTIAL_BATCH);
    }

    @Test
    void wildScatterGivesAWideInterval() {
        List<CurvePoint> points = new ArrayList<>();
        for (CurvePoint point : exact().points()) {
            points.add(CurvePoint.measured(point.batch(), point.steps() * (points.size() % 2 == 0 ? 1.5 : 0.7)));
        }

        assertThat(codes(fit(Curve.of("wild", "examples", points))))
                .contains(Warning.Code.WIDE_INTERVAL, Warning.Code.NON_MONOTONE);
    }

    @Test
    void everyWarningNamesANextAction() {
        Curve messy =
                replace(8, point -> CurvePoint.measured(point.batch(), 300).withEdge(Edge.STABILITY));

        assertThat(fit(messy).warnings()).hasSizeGreaterThan(2).allSatisfy(w -> assertThat(w.nextAction())
                .isNotBlank());
    }

    private static Curve exact() {
        return curve(doublings(7, 9), TRUTH::steps);
    }

    private static Curve replace(int index, UnaryOperator<CurvePoint> change) {
        List<CurvePoint> points = new ArrayList<>(exact().points());
        points.set(index, change.apply(points.get(index)));
        return Curve.of("synthetic", "examples", points);
    }
}
