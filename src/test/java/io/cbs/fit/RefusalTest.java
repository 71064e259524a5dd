package io.cbs.fit;

import static io.cbs.fit.Synthetic.curve;
import static io.cbs.fit.Synthetic.doublings;
import static io.cbs.fit.Synthetic.fit;
import static io.cbs.fit.Synthetic.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Hyperbola CURVE = new Hyperbola(100, 10_000);

    @Test
    void threeBatchSizesAreTooFew() {
        Refused refused = refused(curve(List.of(10.0, 100.0, 1000.0), CURVE::steps));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_FEW_BATCHES);
        assertThat(refused.message()).isEqualTo("3 usable batch sizes; a fit needs at least 4");
        assertThat(refused.nextAction()).isEqualTo("measure at least 1 more");
    }

    @Test
    void noPointAtAllIsTooFewAsWell() {
        assertThat(refused(Curve.of("nothing", "examples", List.of())).message())
                .isEqualTo("0 usable batch sizes; a fit needs at least 4");
    }

    @Test
    void aSpanOfEightIsTooNarrow() {
        Refused refused = refused(curve(doublings(50, 4), CURVE::steps));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.NARROW_RANGE);
        assertThat(refused.message()).isEqualTo("the batch sizes span a factor of 8; a fit needs at least 16");
        assertThat(refused.nextAction()).isEqualTo("add batch sizes up to 800 or down to 25");
    }

    @Test
    void aSpanOfSixteenIsJustEnough() {
        assertThat(fit(curve(List.of(14.0, 28.0, 112.0, 224.0), CURVE::steps))
                        .bCrit()
                        .value())
                .isBetween(99.9, 100.1);
    }

    @Test
    void perfectScalingAllTheWayGivesALowerBoundOnly() {
        Refused refused = refused(curve(doublings(1, 6), b -> 4096 / b));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.NO_BEND);
        assertThat(refused.message())
                .isEqualTo("S(B) does not bend within the range: no part near the floor "
                        + "(flattest slope -1.0 from B=1 to 2, needed above -0.5)");
        assertThat(refused.nextAction()).isEqualTo("add batch sizes above 32 (64, 128)");
        assertThat(refused.bound().low()).isCloseTo(Math.sqrt(16 * 32), within(1e-9));
        assertThat(refused.bound().high()).isInfinite();
    }

    @Test
    void aPlateauAllTheWayGivesAnUpperBoundOnly() {
        Refused refused = refused(curve(doublings(1024, 6), CURVE::steps));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.NO_BEND);
        assertThat(refused.message())
                .startsWith("S(B) does not bend within the range: no part near perfect scaling (steepest slope -0.066");
        assertThat(refused.nextAction()).isEqualTo("add batch sizes below 1024 (256, 512)");
        assertThat(refused.bound().low()).isZero();
        assertThat(refused.bound().high()).isBetween(1024.0, 10_000.0);
    }

    @Test
    void aBoundHoldsTheTruthThoughTheSlopesAreNoisy() {
        Random random = new Random(4);
        int refusals = 0;
        int wrong = 0;
        for (int i = 0; i < 500; i++) {
            Curve noisy = Synthetic.noisy(CURVE, doublings(25, 7), 0.05, random);
            if (CurveFit.fit(noisy, FitOptions.defaults()) instanceof Refused refused) {
                refusals++;
                wrong +=
                        refused.bound().low() > CURVE.bCrit() || refused.bound().high() < CURVE.bCrit() ? 1 : 0;
            }
        }
        assertThat(refusals).isGreaterThan(100);
        assertThat(wrong).isLessThan(refusals / 10);
    }

    @Test
    void aCurveThatIsFlatFirstAndSteepLaterIsNoHyperbola() {
        Refused refused = refused(curve(doublings(1, 6), b -> b < 8 ? 1000 : 8000 / b));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.NO_BEND);
        assertThat(refused.message()).startsWith("S(B) is flat at small batch sizes and steep at large ones");
        assertThat(refused.bound().isKnown()).isFalse();
    }

    @Test
    void aPowerLawOfModerateSlopeIsNoBend() {
        Refused refused = refused(curve(doublings(1, 6), b -> 1000 * Math.pow(b, -0.65)));

        assertThat(refused.message()).contains("no part near perfect scaling").contains("no part near the floor");
        assertThat(refused.nextAction())
                .isEqualTo("add batch sizes below 1 (0.25, 0.5) and batch sizes above 32 (64, 128)");
    }

    @Test
    void oneLuckyPairOnAStraightLineMakesNoBend() {
        List<CurvePoint> points = new ArrayList<>();
        for (double batch : doublings(1, 10)) {
            points.add(CurvePoint.measured(batch, 1e5 / batch * (batch == 32 ? 0.7 : 1)));
        }

        Refused refused = refused(Curve.of("line", "examples", points));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.BEND_OUTSIDE_RANGE);
        assertThat(refused.bound()).isEqualTo(new Bound(512, Double.POSITIVE_INFINITY));
    }

    @Test
    void closeBatchSizesDoNotMakeASlope() {
        List<CurvePoint> points = new ArrayList<>();
        for (double batch : List.of(1.0, 1.1, 2.0, 4.0, 8.0, 16.0, 32.0)) {
            points.add(CurvePoint.measured(batch, batch == 1.1 ? 1000 : 1000 / batch));
        }

        assertThat(refused(Curve.of("line", "examples", points)).message())
                .startsWith("S(B) does not bend within the range");
    }
}
