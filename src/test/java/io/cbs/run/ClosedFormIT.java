package io.cbs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.cli.FitCommand;
import io.cbs.config.Aggregate;
import io.cbs.config.BudgetConfig;
import io.cbs.config.ConfigReader;
import io.cbs.config.EvaluationConfig;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Goal;
import io.cbs.config.LearningRateSearch;
import io.cbs.config.Metric;
import io.cbs.config.OptimizerConfig;
import io.cbs.config.Spectrum;
import io.cbs.config.StopConfig;
import io.cbs.config.SweepConfig;
import io.cbs.config.WorkloadConfig;
import io.cbs.fit.CurveFit;
import io.cbs.fit.FitOptions;
import io.cbs.fit.Fitted;
import io.cbs.fit.SweepCurves;
import io.cbs.fit.Warning;
import io.cbs.measure.GoalResult;
import io.cbs.measure.StudyResult;
import io.cbs.train.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Whole sweeps on workloads whose answer is known exactly. The exact steps are those of the expected loss at the best
 * learning rate, so the sweeps read the crossing of the mean over seeds. That mean is itself a sample: it fluctuates, and
 * its first crossing, the earliest over the learning rates, comes a little early. The seeds are fixed, so a run gives the
 * same figures every time but for the rounding of the processor.
 */
class ClosedFormIT {
    private static final Percentage FIVE_PERCENT = Percentage.withPercentage(5);

    @TempDir
    Path temp;

    /**
     * Zhang et al. 2019, section 3, with d = 100 and h_i = c_i = 1/i from theta_i = 1 to an expected loss of 0.05. The
     * exact steps are those of the recursion {@code E theta_i^2 <- (1 - lr h_i)^2 E theta_i^2 + lr^2 c_i / B} with the
     * learning rate searched in steps of 1.7%. At all batch sizes 1, 2, 4, ..., 1024 their fit has B_crit = 104.7; at the five
     * here it has 105. Below B = 4 the steps are many and the gain is none: the curve is straight there.
     *
     * <p>The crossing comes earliest at B = 64, 91 steps for 95: with lr h_1 near 1 the first coordinate is drawn anew at
     * every step, so the mean of 120 runs moves by 3% from step to step while the expected loss falls by 1%.
     */
    @Test
    void noisyQuadratic() {
        double[] exactSteps = {1099, 292, 95, 54, 44};
        SweepConfig config = noisyQuadratic(
                List.of(4, 16, 64, 256, 1024), List.of(0.08, 0.116, 0.2, 0.43, 0.8, 1.2, 1.7, 1.85, 1.95), 120);

        List<StudyResult> studies = run(config);

        for (int i = 0; i < exactSteps.length; i++) {
            assertThat(best(studies.get(i)).steps())
                    .as("S at B = %d", config.batchSizes().get(i))
                    .isCloseTo(exactSteps[i], FIVE_PERCENT);
        }
        Fitted fit = fit(config);
        assertThat(fit.bCrit().value()).isCloseTo(104.7, FIVE_PERCENT);
        assertThat(fit.bCrit().low()).isLessThan(104.7);
        assertThat(fit.bCrit().high()).isGreaterThan(104.7);
        assertThat(report(config)).contains("B_crit = E_min / S_min").doesNotContain("LACK OF FIT");
    }

    /**
     * The sample config: streaming least squares, d = 20, to a millionth of the first loss. With the best learning rate
     * {@code 1 / (1 + 21/B)} the expected loss falls by {@code 21 / (B + 21)} a step, so
     * {@code S = ceil(6 ln 10 / ln(1 + B/21))}. A whole number of steps cannot come within 5% where there are few, so one
     * step off is allowed too. The learning rate is looked for at ratios of 1.26; half a ratio off costs 1.3% of the speed.
     *
     * <p>The loss of one run is heavy-tailed: its logarithm spreads by about 1.2 at B = 1, where the mean of 40 runs is
     * off by some 30%. That is six of 297 steps, as the loss falls by 4.7% a step; at larger batch sizes it is below one.
     *
     * <p>The curve is no hyperbola, as each step still divides the loss by B/21 at large batch sizes: the fit must say so.
     */
    @Test
    void isotropicRegression() {
        double ratio = Math.pow(10, 0.1);
        Path home = Path.of(System.getProperty("cbs.home"));
        SweepConfig config = new ConfigReader(home).read(home.resolve("configs/gaussian-regression.yaml"));
        List<Integer> batchSizes = config.batchSizes();
        assertThat(batchSizes).startsWith(1, 2, 4).endsWith(512, 1024).hasSize(11);

        List<StudyResult> studies = run(config);

        for (int i = 0; i < batchSizes.size(); i++) {
            int b = batchSizes.get(i);
            double exact = Math.ceil(6 * Math.log(10) / Math.log(1 + b / 21.0));
            GoalResult.Best best = best(studies.get(i));
            assertThat(best.steps()).as("S at B = %d", b).isCloseTo(exact, Offset.offset(Math.max(1, 0.05 * exact)));
            double exactRate = 1 / (1 + 21.0 / b);
            assertThat(best.learningRate())
                    .as("learning rate at B = %d", b)
                    .isBetween(exactRate / ratio, exactRate * ratio);
        }
        assertThat(fit(config).warnings()).extracting(Warning::code).contains(Warning.Code.LACK_OF_FIT);
        assertThat(report(config)).startsWith("gaussian-regression: steps to ").contains("LACK OF FIT");
    }

    private static SweepConfig noisyQuadratic(List<Integer> batchSizes, List<Double> learningRates, int seeds) {
        Spectrum inverse = new Spectrum.PowerLaw(1, -1);
        return new SweepConfig(
                "quadratic",
                new WorkloadConfig.NoisyQuadratic("quadratic", 100, inverse, inverse, new Spectrum.PowerLaw(1, 0)),
                batchSizes,
                new LearningRateSearch(learningRates, 0),
                LongStream.range(0, seeds).boxed().toList(),
                new OptimizerConfig.Sgd(),
                List.of(new Goal(Metric.EXPECTED_LOSS, EvaluationSet.HELD_OUT, 0.05)),
                new EvaluationConfig(1.02, 1000),
                new StopConfig(StopConfig.Rule.RACE, 1.25, 10, 0.25),
                new BudgetConfig(2000, Long.MAX_VALUE),
                Aggregate.CROSSING_OF_MEAN,
                List.of("cpu"),
                null);
    }

    private List<StudyResult> run(SweepConfig config) {
        return new Sweep(config, new StopSignal(), new SweepListener() {}).run(temp, List.of("test"));
    }

    private static GoalResult.Best best(StudyResult study) {
        return study.goals().get(0).best().orElseThrow();
    }

    private Fitted fit(SweepConfig config) {
        SweepCurves curves = new SweepCurves(new ConfigReader(temp));
        return (Fitted) CurveFit.fit(curves.read(temp.resolve(config.name())).get(0), FitOptions.defaults());
    }

    /** What {@code cbs fit} prints. */
    private String report(SweepConfig config) {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new FitCommand(new SweepCurves(new ConfigReader(temp))));
        command.setOut(new PrintWriter(out, true));
        assertThat(command.execute(temp.resolve(config.name()).toString())).isZero();
        return out.toString();
    }
}
