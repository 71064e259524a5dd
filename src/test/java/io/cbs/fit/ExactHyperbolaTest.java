package io.cbs.fit;

import static io.cbs.fit.Synthetic.curve;
import static io.cbs.fit.Synthetic.doublings;
import static io.cbs.fit.Synthetic.fit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactHyperbolaTest {

    @ParameterizedTest
    @CsvSource({"40, 4100, 1, 12", "1, 1e9, 1e7, 9", "3897.3, 4.338e7, 64, 9", "0.01, 0.3, 2, 8", "500, 1000, 0.1, 8"})
    void exactPointsGiveBackTheirAsymptotes(double sMin, double eMin, double from, int count) {
        Hyperbola truth = new Hyperbola(sMin, eMin);

        Fitted fitted = fit(curve(doublings(from, count), truth::steps));

        assertThat(fitted.hyperbola().sMin() / sMin).isCloseTo(1, within(1e-10));
        assertThat(fitted.hyperbola().eMin() / eMin).isCloseTo(1, within(1e-10));
        assertThat(fitted.bCrit().value() / truth.bCrit()).isCloseTo(1, within(1e-10));
        assertThat(fitted.residuals().lackOfFit().verdict()).isEqualTo(LackOfFit.Verdict.NONE);
        assertThat(fitted.leaveOneOut().high() / fitted.leaveOneOut().low()).isCloseTo(1, within(1e-9));
    }

    @Test
    void unevenBatchSizesGiveTheSameAsymptotes() {
        Hyperbola truth = new Hyperbola(120, 30_000);

        Fitted fitted = fit(curve(List.of(7.0, 31.0, 90.0, 250.0, 1000.0, 1001.0), truth::steps));

        assertThat(fitted.hyperbola().sMin()).isCloseTo(120, within(1e-8));
        assertThat(fitted.hyperbola().eMin()).isCloseTo(30_000, within(1e-6));
    }

    @Test
    void theSlopeIsNineTenthsAHalfAndATenthAtANinthOfBCritAtBCritAndAtNineTimesBCrit() {
        Hyperbola curve = new Hyperbola(10, 1000);

        assertThat(curve.slope(100.0 / 9)).isCloseTo(-0.9, within(1e-12));
        assertThat(curve.slope(100)).isCloseTo(-0.5, within(1e-12));
        assertThat(curve.slope(900)).isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void rescalingTheUnitScalesEveryCriticalBatchSizeAndLeavesTheSteps() {
        Curve sequences = noisy();
        Curve tokens = Curve.of(
                "tokens",
                "tokens",
                sequences.points().stream()
                        .map(p -> CurvePoint.measured(2048 * p.batch(), p.steps()))
                        .toList());

        Fitted few = fit(sequences);
        Fitted many = fit(tokens);

        assertThat(many.sMin().value()).isCloseTo(few.sMin().value(), within(1e-8));
        for (int i = 0; i < few.critical().size(); i++) {
            CriticalBatch small = few.critical().get(i);
            CriticalBatch large = many.critical().get(i);
            assertThat(large.value() / small.value()).isCloseTo(2048, within(1e-5));
            assertThat(large.low() / small.low()).isCloseTo(2048, within(1e-5));
            assertThat(large.high() / small.high()).isCloseTo(2048, within(1e-5));
        }
        assertThat(many.residuals().lackOfFit().pValue())
                .isCloseTo(few.residuals().lackOfFit().pValue(), within(1e-6));
    }

    @Test
    void multiplyingEveryNumberOfStepsLeavesBCritAndItsInterval() {
        Curve once = noisy();
        Curve tenfold = Curve.of(
                "tenfold",
                "examples",
                once.points().stream()
                        .map(p -> CurvePoint.measured(p.batch(), 10 * p.steps()))
                        .toList());

        assertThat(fit(tenfold).bCrit().value()).isCloseTo(fit(once).bCrit().value(), within(1e-7));
        assertThat(fit(tenfold).bCrit().high()).isCloseTo(fit(once).bCrit().high(), within(1e-7));
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        Curve ordered = noisy();
        List<CurvePoint> shuffled = new ArrayList<>(ordered.points());
        Collections.shuffle(shuffled, new Random(3));

        assertThat(fit(Curve.of("synthetic", "examples", shuffled))).isEqualTo(fit(ordered));
    }

    private static Curve noisy() {
        return Synthetic.noisy(new Hyperbola(40, 4000), doublings(4, 9), 0.05, new Random(7));
    }
}
