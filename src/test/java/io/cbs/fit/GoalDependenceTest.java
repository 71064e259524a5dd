package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GoalDependenceTest {
    private static final List<Double> BATCHES = Synthetic.doublings(4, 13);
    private static final List<Double> GOALS = List.of(1.0, 0.7, 0.5, 0.35);
    private static final double STAR = 60;
    private static final double SLOPE = 1.8;

    @Test
    void anExactPowerLawIsFoundWithBothConstants() {
        GoalLaw law = law(sweep(1, 0, new Random(1)), 0);

        assertThat(law.slope()).isCloseTo(SLOPE, within(1e-6));
        assertThat(law.alpha()).isCloseTo(1 / SLOPE, within(1e-6));
        assertThat(law.bStar().value()).isCloseTo(STAR, within(1e-4));
        assertThat(law.bCrit(0.5)).isCloseTo(STAR * Math.pow(2, SLOPE), within(1e-3));
        assertThat(law.grows()).isTrue();
    }

    @Test
    void intervalsOfTheLawHoldTheTruthThoughTheGoalsShareTheirRuns() {
        Random random = new Random(21);
        int slope = 0;
        int star = 0;
        for (int i = 0; i < 200; i++) {
            GoalLaw law = law(sweep(4, 0.06, random), i);
            slope += law.slopeLow() <= SLOPE && SLOPE <= law.slopeHigh() ? 1 : 0;
            star += law.bStar().low() <= STAR && STAR <= law.bStar().high() ? 1 : 0;
        }

        assertThat(slope / 200.0).isBetween(0.9, 0.995);
        assertThat(star / 200.0).isBetween(0.9, 0.995);
    }

    @Test
    void twoGoalsMakeNoLawAndOneMakesNothing() {
        List<CurveAnalysis> curves = sweep(1, 0, new Random(1)).stream()
                .map(curve -> CurveAnalysis.of(curve, options(0)))
                .toList();

        assertThat(GoalDependence.of(curves.subList(0, 2), options(0)).get(0).law())
                .isEmpty();
        assertThat(GoalDependence.of(curves.subList(0, 1), options(0))).isEmpty();
    }

    @Test
    void goalsOfOtherMetricsAreKeptApartAndRefusedOnesAreNamed() {
        List<CurveAnalysis> curves = new ArrayList<>();
        for (Curve curve : sweep(1, 0, new Random(1))) {
            curves.add(CurveAnalysis.of(curve, options(0)));
        }
        Curve steep = Synthetic.curve(BATCHES, b -> 8000 / b);
        curves.add(CurveAnalysis.of(steep.withSetting(Setting.UNKNOWN.withGoal("loss", 0.2)), options(0)));
        curves.add(CurveAnalysis.of(steep.withSetting(Setting.UNKNOWN.withGoal("error", 0.2)), options(0)));

        List<GoalDependence> found = GoalDependence.of(curves, options(0));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).metric()).isEqualTo("loss");
        assertThat(found.get(0).batches()).extracting(GoalBatch::goal).containsExactlyElementsOf(GOALS);
        assertThat(found.get(0).refusedGoals()).containsExactly(0.2);
    }

    @Test
    void aRunAtAnyBatchSizeIsAdjustedToTheEndsOfTheTradeOff() {
        Hyperbola curve = new Hyperbola(40, 8000);
        for (double batch : BATCHES) {
            assertThat(LeastCost.steps(curve.steps(batch), batch, curve.bCrit()))
                    .isCloseTo(40, within(1e-9));
            assertThat(LeastCost.compute(batch * curve.steps(batch), batch, curve.bCrit()))
                    .isCloseTo(8000, within(1e-9));
        }
    }

    /** Goals read off the same runs: a seed that is slow is slow to every goal, and a little noise of each goal. */
    private static List<Curve> sweep(int seeds, double sd, Random random) {
        List<List<CurvePoint>> points = new ArrayList<>();
        GOALS.forEach(goal -> points.add(new ArrayList<>()));
        for (double batch : BATCHES) {
            List<List<TriedRate>> tried = new ArrayList<>();
            GOALS.forEach(goal -> tried.add(new ArrayList<>()));
            for (int i = -2; i <= 2; i++) {
                double away = i * Math.log(2);
                List<List<SeedRange>> outcomes = new ArrayList<>();
                GOALS.forEach(goal -> outcomes.add(new ArrayList<>()));
                for (int s = 0; s < seeds; s++) {
                    double run = sd * random.nextGaussian();
                    for (int g = 0; g < GOALS.size(); g++) {
                        Hyperbola truth = new Hyperbola(100, 100 * STAR * Math.pow(GOALS.get(g), -SLOPE));
                        double noise = run + sd / 3 * random.nextGaussian();
                        outcomes.get(g)
                                .add(SeedRange.reached(truth.steps(batch) * Math.exp(0.3 * away * away + noise)));
                    }
                }
                for (int g = 0; g < GOALS.size(); g++) {
                    tried.get(g).add(new TriedRate(Math.exp(away), outcomes.get(g)));
                }
            }
            for (int g = 0; g < GOALS.size(); g++) {
                points.get(g).add(SyntheticSweep.best(batch, tried.get(g)));
            }
        }
        List<Curve> curves = new ArrayList<>();
        for (int g = 0; g < GOALS.size(); g++) {
            curves.add(Curve.of("goal", "examples", points.get(g))
                    .withSetting(Setting.UNKNOWN.withGoal("loss", GOALS.get(g))));
        }
        return curves;
    }

    private static GoalLaw law(List<Curve> curves, long seed) {
        List<CurveAnalysis> fits = curves.stream()
                .map(curve -> new CurveAnalysis(
                        CurveFit.fit(curve, options(seed).scatterOnly()),
                        new Regimes(
                                List.of(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return GoalDependence.of(fits, options(seed)).get(0).law().orElseThrow();
    }

    private static FitOptions options(long seed) {
        return new FitOptions(OptionalDouble.empty(), 300, seed);
    }
}
