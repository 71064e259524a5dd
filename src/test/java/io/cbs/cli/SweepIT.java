package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cbs sweep} from a config to a table, with the engine. */
class SweepIT {
    private static final Path HOME = Path.of(System.getProperty("cbs.home"));

    @TempDir
    Path temp;

    private Path results;

    @BeforeEach
    void folders() {
        results = temp.resolve("results");
    }

    @ParameterizedTest
    @ValueSource(strings = {SweepConfigs.DIGITS, SweepConfigs.QUADRATIC})
    void publishesTheSameBytesEveryTime(String config) throws IOException {
        Cli first = sweep(config, results);
        Cli second = sweep(config, temp.resolve("again"));

        assertThat(first.exitCode()).as(first.err()).isIn(ExitCode.OK.code(), ExitCode.NO_FIT.code());
        assertThat(second.exitCode()).isEqualTo(first.exitCode());
        assertThat(second.out()).isEqualTo(first.out());
        String name = only(results);
        Map<String, String> studies = Trees.of(results.resolve(name).resolve("studies"));
        assertThat(studies.keySet()).anyMatch(path -> path.matches("b\\d{6}/w000/[0-9a-f]{16}/measurements.csv"));
        assertThat(Trees.of(temp.resolve("again").resolve(name).resolve("studies")))
                .isEqualTo(studies);
    }

    @Test
    void printsACriticalBatchSizeOnStandardOutputAndProgressOnStandardError() throws IOException {
        Cli cli = sweep(SweepConfigs.QUADRATIC, results);

        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).contains("B_crit").doesNotContain("trials to run");
        assertThat(cli.err()).startsWith("quadratic: 4 batch sizes; 0 trials done, ");
        assertThat(cli.err().lines().filter(line -> line.matches("B = \\d+: S = [0-9.]+ steps at learning rate .*")))
                .hasSize(4);
    }

    /** The replicas of a convolution are grouped as before, or its last bits would differ. */
    @Test
    void anExtensionThatWasNeverPublishedRunsAgainToTheSameBytes() throws IOException {
        sweep(SweepConfigs.EDGE, results);
        Path study = results.resolve("edge/studies/b000016");
        Map<String, String> published = Trees.of(study);
        assertThat(published.keySet()).anyMatch(path -> path.startsWith("w001/"));

        Trees.delete(study.resolve("w001"));
        Cli again = sweep(SweepConfigs.EDGE, results);

        assertThat(again.err()).contains("2 trials done, 2 trials to run");
        assertThat(Trees.of(study)).isEqualTo(published);
    }

    @Test
    void runAgainTrainsNothingAndLoadsNoEngine() throws IOException, InterruptedException {
        Cli first = sweep(SweepConfigs.QUADRATIC, results);
        Map<String, String> studies = Trees.of(results.resolve("quadratic/studies"));

        Path log = temp.resolve("classes.txt");
        Cli again;
        try (ChildCbs child = ChildCbs.start(
                temp,
                List.of("-Xlog:class+load:file=" + log),
                "sweep",
                config(SweepConfigs.QUADRATIC).toString(),
                "--results",
                results.toString())) {
            again = child.finish();
        }

        assertThat(again.exitCode()).isEqualTo(first.exitCode());
        assertThat(again.err()).contains("all is done, nothing to train");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Trees.of(results.resolve("quadratic/studies"))).isEqualTo(studies);
        assertThat(Trees.top(results.resolve("quadratic"), "environment-")).containsExactly("environment-1.json");
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" io.cbs.cli.SweepCommand "))
                .noneMatch(line -> line.contains(" ai.djl."));
    }

    @Test
    void anAddedLearningRateRunsItsTrialsOnly() throws IOException {
        sweep(SweepConfigs.quadratic("0.2, 0.8"), results);
        Map<String, String> before = Trees.of(results.resolve("quadratic/studies"));
        Set<String> known = trials(before);

        Cli cli = sweep(SweepConfigs.quadratic("0.2, 0.4, 0.8"), results);

        assertThat(cli.err()).contains(known.size() + " trials done, " + 4 * 6 + " trials to run");
        Map<String, String> after = Trees.of(results.resolve("quadratic/studies"));
        assertThat(after).containsAllEntriesOf(before);
        after.keySet().removeAll(before.keySet());
        assertThat(trials(after)).hasSize(4 * 6).doesNotContainAnyElementsOf(known);
        assertThat(after.keySet()).allMatch(path -> path.matches("b\\d{6}/w001.*"));
        assertThat(Trees.top(results.resolve("quadratic"), "environment-")).hasSize(2);
    }

    @Test
    void anEasierGoalIsReadOffWhatIsPublished() throws IOException {
        Cli first = sweep(SweepConfigs.quadratic("0.2, 0.8"), results);
        Map<String, String> before = Trees.of(results.resolve("quadratic/studies"));

        Cli cli = sweep(SweepConfigs.quadratic("0.2, 0.8").replace("at_most: 0.08", "at_most: 0.5"), results);

        assertThat(cli.exitCode()).isIn(ExitCode.OK.code(), ExitCode.NO_FIT.code());
        assertThat(cli.err()).contains("all is done, nothing to train");
        assertThat(cli.out()).contains("steps to expected_loss <= 0.5").isNotEqualTo(first.out());
        assertThat(Trees.of(results.resolve("quadratic/studies"))).isEqualTo(before);
    }

    @Test
    void learningRatesThatAllDivergeGiveNoFitAndTheNextAction() throws IOException {
        String config = SweepConfigs.quadratic("1000, 10000");
        Cli sweep = sweep(config, results);
        Cli fit = Cli.run(HOME, "fit", results.resolve("quadratic").toString());

        assertThat(sweep.exitCode()).isEqualTo(ExitCode.NO_FIT.code());
        assertThat(sweep.err()).contains("12 diverged");
        assertThat(fit.exitCode()).isEqualTo(ExitCode.NO_FIT.code());
        assertThat(fit.out()).isEqualTo(sweep.out());
        assertThat(fit.out()).contains("No critical batch size").containsPattern("(?m)^ +next: ");
    }

    @Test
    void aFolderInUseIsLeftAloneAndItsHolderNamed() throws IOException, InterruptedException {
        // Far more work than the test waits for.
        String config = SweepConfigs.QUADRATIC
                .replace("at_most: 0.08", "at_most: 1.0e-9")
                .replace("steps: 2000", "steps: 1000000");
        try (ChildCbs holder =
                ChildCbs.start(temp, List.of(), "sweep", config(config).toString(), "--results", results.toString())) {
            assertThat(holder.await("trials to run")).isTrue();

            Cli cli = sweep(config, results);

            assertThat(cli.exitCode()).isEqualTo(ExitCode.LOCKED.code());
            assertThat(cli.err())
                    .contains("in use by process " + holder.pid() + " on ", "cbs sweep ", "another results folder");
            assertThat(cli.out()).isEmpty();
            assertThat(holder.killAfter(0)).isTrue();
        }

        Cli next = sweep(SweepConfigs.QUADRATIC, results);
        assertThat(next.exitCode()).as(next.err()).isZero();
    }

    @Test
    void aDeviceThatIsNotThereIsAProblemOfTheConfig() throws IOException {
        Cli cli = sweep(SweepConfigs.QUADRATIC.replace("[cpu]", "[gpu7]"), results);

        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_CONFIG.code());
        assertThat(cli.err())
                .contains("cbs: device gpu7: this machine has ", "auto or cpu")
                .doesNotContain("\tat ");
        assertThat(cli.out()).isEmpty();
    }

    private Cli sweep(String config, Path into) throws IOException {
        return Cli.run(HOME, "sweep", config(config).toString(), "--results", into.toString());
    }

    private Path config(String text) throws IOException {
        return Files.writeString(temp.resolve("sweep.yaml"), text);
    }

    private static String only(Path folder) throws IOException {
        List<String> names = Trees.top(folder, "");
        assertThat(names).hasSize(1);
        return names.get(0);
    }

    private static Set<String> trials(Map<String, String> studies) {
        return studies.keySet().stream()
                .filter(path -> path.endsWith("/metadata.json"))
                .map(path -> path.split("/")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
