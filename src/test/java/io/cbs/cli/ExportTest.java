package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.ConfigReader;
import io.cbs.config.ConfigWriter;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.config.SweepConfig;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.plan.Planner;
import io.cbs.plan.Trial;
import io.cbs.store.ResultsFolder;
import io.cbs.store.StudyStore;
import io.cbs.store.exchange.ImportRecord.Best;
import io.cbs.store.exchange.ImportRecord.Point;
import io.cbs.store.exchange.ImportedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small sweep of made-up trajectories, published by the store, out and in again. */
class ExportTest {
    private static final Series ERROR = new Series(EvaluationSet.HELD_OUT, Metric.ERROR_RATE);
    private static final Series LOSS = new Series(EvaluationSet.HELD_OUT, Metric.CROSS_ENTROPY);
    private static final Series NORM = new Series(EvaluationSet.TRAIN, Metric.GRADIENT_NORM_SQUARED);
    private static final TrialEnd[] ENDS = {
        TrialEnd.DIVERGED, TrialEnd.REACHED, TrialEnd.BEATEN, TrialEnd.NOT_REACHED, TrialEnd.STALLED, TrialEnd.FAILED
    };

    @TempDir
    Path root;

    private final Map<Integer, List<Trajectory>> published = new TreeMap<>();

    @BeforeEach
    void publish() throws IOException {
        Path file = Files.writeString(root.resolve("sweep.yaml"), """
                workload:
                  name: small glyphs
                  kind: classifier
                  data: {kind: glyphs, classes: 2, train: 100, held_out: 50, difficulty: 0.5, seed: 1}
                  model: {kind: mlp, hidden: [4]}
                batch_sizes: [8, 16]
                learning_rate: [0.1, 0.2, 0.4]
                seeds: [1, 2, 3]
                optimizer: {kind: nesterov, momentum: 0.9}
                goals: [{metric: error_rate, at_most: 0.25}]
                budget: {steps: 200}
                """);
        SweepConfig config = new ConfigReader(root).read(file);
        try (ResultsFolder folder = ResultsFolder.open(root.resolve("results"), "sweep", List.of(), finding -> {})) {
            folder.writeConfig(ConfigWriter.json(config));
            for (int batchSize : config.batchSizes()) {
                List<Trajectory> trajectories = trajectories(config, batchSize);
                published.put(batchSize, trajectories);
                try (StudyStore.Wave wave = folder.study(batchSize)
                        .begin(trajectories.stream().map(Trajectory::trial).toList())) {
                    wave.publish(trajectories);
                }
            }
        }
    }

    /** Errors fall as 1/(1 + rate step), over evaluations that hit the goal exactly for some. */
    private static List<Trajectory> trajectories(SweepConfig config, int batchSize) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (double rate : config.learningRate().values()) {
            for (long seed : config.seeds()) {
                Trial trial = Planner.trial(config, batchSize, rate, seed);
                List<Measurement> measurements = new ArrayList<>();
                for (int step = 0; step <= 60 + 10 * seed; step += 5) {
                    double error = 1 / (1 + rate * step / seed);
                    double loss = step == 5 ? Double.NaN : error;
                    // Only the larger batch size has the gradient's norm, so its column is not known at first.
                    measurements.add(new Measurement(
                            step,
                            batchSize == 8
                                    ? Map.of(ERROR, error, LOSS, loss)
                                    : Map.of(ERROR, error, LOSS, loss, NORM, -2.0)));
                }
                TrialEnd end = ENDS[(trajectories.size() + batchSize / 8) % ENDS.length];
                trajectories.add(new Trajectory(trial, measurements, end, end == TrialEnd.FAILED ? "broken" : ""));
            }
        }
        return trajectories;
    }

    private Cli export(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("export", root.resolve("results/sweep").toString(), "--to", out().toString()));
        all.addAll(List.of(arguments));
        return Cli.run(root, all.toArray(String[]::new));
    }

    private Path out() {
        return root.resolve("out");
    }

    @Test
    void exportedTrialsImportWithTheSameStepsToTheGoal() {
        Cli exported = export();
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).endsWith("10 complete, 6 incomplete, 2 infeasible trials\n");
        Path into = root.resolve("back");
        Cli imported = Cli.run(
                root,
                "import",
                "batch-science",
                out().toString(),
                "--goal",
                "val/classification_error<0.25",
                "--trials",
                "all",
                "--into",
                into.toString());
        assertThat(imported.err()).isEmpty();

        List<Point> points = ImportedFolder.at(into).read().goals().get(0).points();
        assertThat(points).hasSize(2);
        for (Point point : points) {
            Best best = point.reached().orElseThrow();
            List<Trajectory> kept = published.get(point.batchSize()).stream()
                    .filter(t -> List.of(TrialEnd.REACHED, TrialEnd.NOT_REACHED, TrialEnd.STALLED)
                            .contains(t.end()))
                    .toList();
            assertThat(best.steps())
                    .isEqualTo(kept.stream().mapToLong(ExportTest::steps).min().orElseThrow());
            Trajectory winner = published.get(point.batchSize()).get((int) best.trialId() - 1);
            assertThat(steps(winner)).isEqualTo(best.steps());
            assertThat(best.parameters())
                    .isEqualTo(Map.of(
                            "learning_rate",
                            winner.trial().learningRate(),
                            "seed",
                            winner.trial().seed(),
                            "momentum",
                            0.9));
        }
    }

    private static long steps(Trajectory trajectory) {
        return trajectory.measurements().stream()
                .filter(measurement -> measurement.values().get(ERROR) < 0.25)
                .mapToLong(Measurement::step)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Test
    void theTreeIsLaidOutAsTheDatabase() throws IOException {
        export();
        Path study = out().resolve("small_glyphs/mlp/nesterov_momentum/8");
        assertThat(study.resolve("study.json")).content().contains("\"batch_size\" : 8", "\"learning_rate\" : {");
        assertThat(study.resolve("study.json")).content().contains("\"train_steps\" : 0", "\"feasible_points\"");
        assertThat(study.resolve("2/metadata.json"))
                .content()
                .contains("\"status\" : \"INCOMPLETE\"", "\"_cbs_status\" : \"beaten\"", "\"steps\" : 80")
                .contains("\"trial_id\" : 2", "\"learning_rate\" : 0.1", "\"seed\" : 2");
        assertThat(Files.readAllLines(study.resolve("2/measurements.csv")))
                .hasSize(18)
                .startsWith("step,val/classification_error,val/cross_entropy_error", "0,1,1", "5,0.8,nan");
    }

    @Test
    void flatTablesHaveOneLineForEachTrialAndEvaluation() throws IOException {
        Cli exported = export("--layout", "csv");
        assertThat(exported.err()).isEmpty();

        List<String> trials = Files.readAllLines(out().resolve("trials.csv"));
        List<String> measurements = Files.readAllLines(out().resolve("measurements.csv"));
        String columns = ",held_out/error_rate,held_out/cross_entropy,train/gradient_norm_squared";
        assertThat(trials.get(0)).isEqualTo("trial_id,batch_size,learning_rate,seed,status,last_step" + columns);
        assertThat(measurements.get(0)).isEqualTo("trial_id,batch_size,learning_rate,seed,status,step" + columns);
        List<Trajectory> all = published.values().stream().flatMap(List::stream).toList();
        assertThat(trials).hasSize(1 + all.size());
        assertThat(measurements)
                .hasSize(1 + all.stream().mapToInt(t -> t.measurements().size()).sum())
                .contains(all.get(0).trial().id() + ",8,0.1,1,reached,5," + 1 / 1.5 + ",nan,");
        assertThat(trials).contains(all.get(1).trial().id() + ",8,0.1,2,beaten,80,0.2,0.2,");
        assertThat(trials.get(trials.size() - 1)).endsWith(",-2");
    }

    @Test
    void nothingIsWrittenOver() {
        export();
        Cli again = export();
        assertThat(again.exitCode()).isEqualTo(74);
        assertThat(again.err()).contains("nesterov_momentum: is there already, and nothing is written over it");
    }

    @Test
    void trialsOfOtherConfigsAreCountedAndLeftOut() throws IOException {
        Path config = root.resolve("results/sweep/config.json");
        String text = Files.readString(config);
        String fewer = text.replaceFirst("(\"batch_sizes\" ?: ?\\[\\s*8),\\s*16", "$1")
                .replaceFirst("(\"seeds\" ?: ?\\[\\s*1),\\s*2,\\s*3", "$1");
        assertThat(fewer.length()).isLessThan(text.length() - 6);
        Files.writeString(config, fewer);

        Cli exported = export();
        assertThat(exported.err()).isEqualTo("cbs: 15 published trials of other configs left out\n");
        assertThat(exported.out()).endsWith(": 3 complete trials\n");
    }

    @Test
    void damagedRecordsAreNamedAndLeftOut() throws IOException {
        Trajectory first = published.get(16).get(0);
        Path file = root.resolve(
                "results/sweep/studies/b000016/w000/" + first.trial().id() + "/measurements.csv");
        Files.writeString(file, "step\n");

        Cli exported = export();
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.err()).contains(first.trial().id()).contains("does not match its checksum");
    }
}
