package io.cbs.fit;

import static io.cbs.fit.Synthetic.codes;
import static io.cbs.fit.Synthetic.fit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves whose fits are published, or known by other means. */
class PublishedCurvesTest {

    /** The asymptotes and the 20% critical batch size from B=256 printed by the notebook of arXiv:2410.21676. */
    @ParameterizedTest
    @CsvSource({
        "85M, 1293.8268694659337, 2834258.0888740215, 745.3201466381583",
        "151M, 1752.4211962796799, 5677478.783007255, 955.1582414387951",
        "302M, 2095.3497601960876, 11383269.891870424, 1393.726947253441",
        "604M, 2459.9274969089824, 19449688.59478796, 1888.5221009346358",
        "1.2B, 3897.306597333535, 43381130.22429582, 2533.4108017868743"
    })
    void theFiveColumnsOfZhangEtAlGiveTheirPublishedFits(String model, double sMin, double eMin, double critical)
            throws IOException {
        Fitted fitted = (Fitted) CurveFit.fit(zhang(model), FitOptions.withReferenceBatch(256));

        assertThat(fitted.sMin().value() / sMin).isCloseTo(1, within(1e-6));
        assertThat(fitted.eMin().value() / eMin).isCloseTo(1, within(1e-6));
        assertThat(overhead(fitted, CriticalBatch.Definition.OVERHEAD_OVER_REFERENCE_BATCH, 0.2) / critical)
                .isCloseTo(1, within(1e-6));
    }

    /** Half-widths of ln B_crit under a normal quantile, from an independent least-squares code. */
    @ParameterizedTest
    @CsvSource({"85M, 1.13", "151M, 1.15", "302M, 1.12", "604M, 1.15", "1.2B, 1.15"})
    void theStandardErrorsOfZhangsColumnsMatchAnIndependentFit(String model, double factor) throws IOException {
        double normal = Math.exp(1.96 * fit(zhang(model)).bCrit().logStandardError());

        assertThat(normal).isCloseTo(factor, within(0.006));
    }

    @Test
    void theDefinitionsOnOneColumnDifferAsTheyShould() throws IOException {
        Fitted fitted = (Fitted) CurveFit.fit(zhang("151M"), FitOptions.withReferenceBatch(256));

        assertThat(fitted.bCrit().value()).isCloseTo(3239.8, within(0.05));
        assertThat(overheads(fitted, CriticalBatch.Definition.OVERHEAD_OVER_E_MIN))
                .containsExactly(324L, 648L, 1620L, 3240L);
        assertThat(overheads(fitted, CriticalBatch.Definition.OVERHEAD_OVER_REFERENCE_BATCH))
                .containsExactly(606L, 955L, 2004L, 3752L);
        assertThat(overheads(fitted, CriticalBatch.Definition.OVERHEAD_OVER_SMALLEST_BATCH))
                .containsExactly(394L, 725L, 1716L, 3368L);
    }

    @Test
    void theIntervalOfEveryDefinitionComesFromThatOfBCrit() throws IOException {
        Fitted fitted = (Fitted) CurveFit.fit(zhang("151M"), FitOptions.withReferenceBatch(256));

        assertThat(fitted.critical()).hasSize(13).allSatisfy(critical -> {
            double fixed = (1 + critical.overhead().orElse(0))
                    * critical.referenceBatch().orElse(0);
            double times = critical.overhead().orElse(1);
            assertThat(critical.low()).isCloseTo(fixed + times * fitted.bCrit().low(), within(1e-9));
            assertThat(critical.high()).isCloseTo(fixed + times * fitted.bCrit().high(), within(1e-9));
        });
    }

    @Test
    void the85MColumnHasItsKnownResidualsAndIsFlagged() throws IOException {
        Fitted fitted = fit(zhang("85M"));

        List<Double> rounded = fitted.points().stream()
                .map(at -> Math.round(1000 * at.residual()) / 1000.0)
                .toList();
        assertThat(rounded).containsExactly(0.009, -0.019, 0.072, 0.025, -0.056, -0.058, -0.035, -0.025, 0.087);
        assertThat(fitted.residuals().runs().count()).isEqualTo(5);
        assertThat(codes(fitted)).contains(Warning.Code.SYSTEMATIC_RESIDUALS);
        assertThat(fitted.residuals().lackOfFit().pValue()).isCloseTo(0.0358, within(0.0002));
        assertThat(fitted.leaveOneOut().high()).isCloseTo(2382, within(0.5));
        assertThat(fitted.leaveOneOut().mostInfluential()).isEqualTo(16384);
    }

    @Test
    void theNoisyQuadraticModelGivesItsKnownAsymptotes() {
        Fitted fitted = fit(powersOfTwo(4335, 2178, 1099, 560, 292, 159, 95, 67, 54, 48, 44, 42, 41, 40, 40));

        assertThat(fitted.sMin().value()).isCloseTo(39.18, within(0.005));
        assertThat(fitted.eMin().value()).isCloseTo(4102, within(0.5));
        assertThat(fitted.bCrit().value()).isCloseTo(104.7, within(0.05));
        assertThat(fitted.residuals().rmse()).isCloseTo(0.037, within(0.0005));
    }

    @Test
    void theNoisyQuadraticModelWithMomentumHasASharperKneeThanAHyperbola() {
        Fitted fitted = fit(powersOfTwo(4342, 2163, 1073, 534, 266, 129, 65, 43, 36, 33, 31, 30, 30, 30, 30));

        assertThat(fitted.sMin().value()).isCloseTo(26.8, within(0.05));
        assertThat(fitted.bCrit().value()).isCloseTo(139.9, within(0.05));
        assertThat(codes(fitted)).contains(Warning.Code.LACK_OF_FIT);
    }

    /** S = ln(m0/m*) / ln(1 + B/(d+1)) goes to 0, not to S_min: a hyperbola at small B only. */
    @ParameterizedTest
    @CsvSource({"20, false", "20, true", "100, false", "100, true"})
    void isotropicRegressionIsReportedAsLackOfFit(int d, boolean wholeSteps) {
        Fitted fitted = fit(isotropic(d, 13, wholeSteps));

        assertThat(fitted.residuals().lackOfFit().verdict()).isEqualTo(LackOfFit.Verdict.LACK_OF_FIT);
        assertThat(codes(fitted)).contains(Warning.Code.LACK_OF_FIT);
        assertThat(fitted.points().get(12).residual()).isLessThan(-0.1);
    }

    @Test
    void isotropicRegressionWithoutItsLargestBatchSizesIsStillFlagged() {
        assertThat(codes(fit(isotropic(100, 10, true)))).contains(Warning.Code.SYSTEMATIC_RESIDUALS);
    }

    @Test
    void theTableTestedAgainstIsThePublishedOne() throws IOException {
        String data = System.getenv("CBS_DATA");
        assumeTrue(data != null && !data.isBlank(), "CBS_DATA is not set: the published tables are not compared");
        List<String> published =
                Files.readAllLines(Path.of(data, "published", "zhang2024_chinchilla_steps.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .map(c -> c[0].replace("-ablation", "") + "," + c[4] + "," + c[6])
                        .toList();

        assertThat(table().skip(1)).containsExactlyElementsOf(published);
    }

    private static Curve isotropic(int d, int count, boolean wholeSteps) {
        return Synthetic.curve(Synthetic.doublings(1, count), b -> {
            double steps = Math.log(1e6) / Math.log1p(b / (d + 1));
            return wholeSteps ? Math.ceil(steps) : steps;
        });
    }

    private static Curve powersOfTwo(double... steps) {
        return Curve.of(
                "steps",
                "examples",
                IntStream.range(0, steps.length)
                        .mapToObj(i -> CurvePoint.measured(1 << i, steps[i]))
                        .toList());
    }

    private static Curve zhang(String model) throws IOException {
        List<CurvePoint> points = table().map(line -> line.split(","))
                .filter(cells -> cells[0].equals(model))
                .map(cells -> CurvePoint.measured(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))
                .toList();
        return Curve.of(model, "sequences", points);
    }

    private static Stream<String> table() throws IOException {
        try (InputStream in = PublishedCurvesTest.class.getResourceAsStream("zhang2024_steps.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    private static List<Long> overheads(Fitted fitted, CriticalBatch.Definition definition) {
        return fitted.critical().stream()
                .filter(critical -> critical.definition() == definition)
                .map(critical -> Math.round(critical.value()))
                .toList();
    }

    private static double overhead(Fitted fitted, CriticalBatch.Definition definition, double overhead) {
        return fitted.critical().stream()
                .filter(c -> c.definition() == definition && c.overhead().getAsDouble() == overhead)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
