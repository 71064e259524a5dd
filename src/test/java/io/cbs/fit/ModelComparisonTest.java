package io.cbs.fit;

import static io.cbs.fit.Synthetic.curve;
import static io.cbs.fit.Synthetic.doublings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelComparisonTest {
    private static final Hyperbola TRUTH = new Hyperbola(40, 8000);
    private static final List<Double> BATCHES = doublings(6.25, 11);

    @Test
    void anExactHyperbolaIsItsOwnBestModel() {
        ModelComparison models = compare(curve(BATCHES, TRUTH::steps));

        assertThat(models.best().model()).isEqualTo(CurveModel.HYPERBOLA);
        assertThat(models.best().a()).isCloseTo(40, within(1e-5));
        assertThat(models.exponent().get().value()).isCloseTo(1, within(1e-4));
        assertThat(models.smallestBatch().get().needed()).isFalse();
        assertThat(models.fewestExamples()).isEqualTo(6.25);
    }

    @Test
    void aSharpKneeIsFoundWithItsTwoAsymptotes() {
        ModelFit best = compare(curve(BATCHES, b -> Math.max(40, 8000 / b))).best();

        assertThat(best.model()).isEqualTo(CurveModel.SHARP_KNEE);
        assertThat(best.a()).isCloseTo(40, within(1e-4));
        assertThat(best.b()).isCloseTo(8000, within(1e-2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.8, 1.3})
    void theExponentIsFoundWhereItIsNotOne(double alpha) {
        ModelComparison models = compare(curve(BATCHES, b -> 40 + 8000 * Math.pow(b, -alpha)));

        assertThat(models.best().model()).isEqualTo(CurveModel.FREE_EXPONENT);
        assertThat(models.exponent().get().value()).isCloseTo(alpha, within(1e-4));
        assertThat(models.exponent().get().needed()).isTrue();
        assertThat(models.hyperbolaBeaten()).isTrue();
    }

    @Test
    void batchesThatFailBelowALimitMakeAUShape() {
        ModelComparison models = compare(curve(BATCHES, b -> 40 + 8000 / (b - 5)));

        assertThat(models.best().model()).isEqualTo(CurveModel.SMALLEST_BATCH);
        assertThat(models.smallestBatch().get().value()).isCloseTo(5, within(1e-3));
        // 40 B + 8000 B/(B - 5) is least at 5 + sqrt(1000) = 36.6, and 10889 at 50 against 11000 at 25
        assertThat(models.fewestExamples()).isEqualTo(50);
        assertThat(models.uShaped()).isTrue();
        assertThat(ModelWarnings.of(models))
                .extracting(Warning::code)
                .containsExactly(Warning.Code.U_SHAPE, Warning.Code.OTHER_MODEL_BETTER);
    }

    @Test
    void underATrueHyperbolaTheExponentOneIsRuledOutInOneSweepInTwentyAndItsIntervalHoldsIt() {
        Random random = new Random(6);
        int ruledOut = 0;
        int held = 0;
        int beaten = 0;
        int shaped = 0;
        for (int i = 0; i < 500; i++) {
            ModelComparison models = compare(Synthetic.noisy(TRUTH, BATCHES, 0.05, random));
            ExtraParameter alpha = models.exponent().get();
            ruledOut += alpha.needed() ? 1 : 0;
            held += alpha.low() <= 1 && 1 <= alpha.high() ? 1 : 0;
            beaten += models.hyperbolaBeaten() ? 1 : 0;
            shaped += models.uShaped() ? 1 : 0;
        }

        assertThat(ruledOut / 500.0).isBetween(0.02, 0.08);
        assertThat(held / 500.0).isBetween(0.92, 0.98);
        assertThat(beaten / 500.0).isLessThan(0.12);
        assertThat(shaped / 500.0).isLessThan(0.05);
    }

    @Test
    void fivePointsDoNotCarryAThirdParameter() {
        ModelComparison models = compare(curve(doublings(50, 5), TRUTH::steps));

        assertThat(models.table())
                .extracting(ModelFit::model)
                .containsExactly(CurveModel.HYPERBOLA, CurveModel.SHARP_KNEE);
        assertThat(models.exponent()).isEmpty();
        assertThat(ModelRegression.compare(curve(doublings(50, 3), TRUTH::steps).usable()))
                .isEmpty();
    }

    private static ModelComparison compare(Curve curve) {
        return ModelRegression.compare(curve.usable()).orElseThrow();
    }
}
