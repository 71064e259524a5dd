package io.cbs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.fit.Curve;
import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.CurvePoint;
import io.cbs.fit.FitOptions;
import io.cbs.fit.GoalDependence;
import io.cbs.fit.SeedRange;
import io.cbs.fit.Setting;
import io.cbs.fit.TriedRate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands beside the fit, of sweeps with every learning rate and three seeds a fixed 2% apart. */
class AnalysisReportTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void theTableNamesTheMethodTheRegimesTheModelsAndTheLawsOfTheLearningRate() {
        String table = FitTable.of(analysis(0.5));

        assertThat(table)
                .contains("95% intervals (nested-bootstrap)")
                .containsPattern("\n +100 to 200 +-0.51 +\\[-0.\\d\\d, -0.\\d\\d\\] +diminishing returns\n")
                .containsPattern("\n +a \\+ b/B +\\S+ +\\+0 +\\d+ +best\n")
                .contains("rate = lr/(1 - 0.9)")
                .containsPattern(
                        "all batch sizes: +rate ~ B\\^1.00 +\\[0.\\d\\d, 1.\\d\\d\\] +linear scaling not ruled "
                                + "out, square-root scaling ruled out\n")
                .contains("warning bootstrap-intervals")
                .contains("selection bias");
        assertThat(table.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void theDocumentHoldsTheSameUnderStableKeys() {
        JsonNode root = MAPPER.readTree(FitJson.of(analysis(0.5)));

        assertThat(root.at("/interval_method").asString()).isEqualTo("nested-bootstrap");
        assertThat(root.at("/bootstrap/replicates").asInt()).isEqualTo(2000);
        assertThat(root.at("/regimes/slopes").size()).isEqualTo(8);
        assertThat(root.at("/regimes/slopes/0/regime").asString()).isEqualTo("perfect-scaling");
        assertThat(root.at("/empirical_cbs/3/overhead").asDouble()).isEqualTo(1);
        assertThat(root.at("/models/best").asString()).isEqualTo("hyperbola");
        assertThat(root.at("/models/u_shape").asBoolean()).isFalse();
        assertThat(root.at("/learning_rate_laws/power_law/linear_allowed").asBoolean())
                .isTrue();
        assertThat(root.at("/learning_rate_laws/power_law/sqrt_allowed").asBoolean())
                .isFalse();
        assertThat(root.at("/learning_rate_laws/regret").size()).isEqualTo(18);
        assertThat(root.at("/learning_rate_laws/regret/0/status").asString()).isEqualTo("interpolated");
    }

    @Test
    void severalGoalsMakeATableAndADocumentOfTheirOwn() {
        List<CurveAnalysis> all = List.of(analysis(0.5), analysis(1), analysis(0.25));
        GoalDependence goals = GoalDependence.of(all, FitOptions.defaults()).get(0);

        assertThat(FitFormat.table.print(goals))
                .startsWith("B_crit against the goal, loss, in examples\n")
                .contains("1/alpha_B = 1.00 [")
                .contains("measured for goals from 1 to 0.25, a guess beyond");
        JsonNode root = MAPPER.readTree(FitFormat.json.print(goals));
        assertThat(root.at("/kind").asString()).isEqualTo("b-crit-of-goal");
        assertThat(root.at("/goals/0/goal").asDouble()).isEqualTo(1);
        assertThat(root.at("/law/grows").asBoolean()).isTrue();
        assertThat(FitFormat.csv.print(goals)).isEmpty();
    }

    /** B_crit = 75 / goal, the best learning rate linear in the batch size. */
    private static CurveAnalysis analysis(double goal) {
        List<CurvePoint> points = new ArrayList<>();
        for (double batch = 6.25; batch <= 1600; batch *= 2) {
            List<TriedRate> tried = new ArrayList<>();
            double steps = 4000 * (1 + 75 / goal / batch);
            for (int i = -2; i <= 2; i++) {
                double slower = steps * Math.exp(0.2 * i * i);
                tried.add(new TriedRate(
                        0.001 * batch * Math.pow(2, i),
                        List.of(
                                SeedRange.reached(0.98 * slower),
                                SeedRange.reached(slower),
                                SeedRange.reached(1.02 * slower))));
            }
            points.add(CurvePoint.ofSeeds(batch, List.of(0.98 * steps, steps, 1.02 * steps))
                    .withLearningRate(0.001 * batch)
                    .withTried(tried));
        }
        Setting setting = Setting.UNKNOWN.withGoal("loss", goal).withMomentum(0.9);
        return CurveAnalysis.of(Curve.of("label", "examples", points).withSetting(setting), FitOptions.defaults());
    }
}
