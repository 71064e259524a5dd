package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.ConfigSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
    private static final Path HOME = Path.of("");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void acceptsEverySampleConfig(Path sample) {
        Cli cli = Cli.run(HOME, "validate", sample.toString());
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).startsWith(sample + ": valid; ").endsWith(" examples\n");
        assertThat(cli.exitCode()).isZero();
    }

    @Test
    void acceptsEverySampleWorkload(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("workloads"))) {
            for (Path workload : files.toList()) {
                boolean classifier = Files.readString(workload).contains("kind: classifier");
                String metric = classifier ? "error_rate" : "expected_loss";
                Path config =
                        Files.writeString(folder.resolve("any.yaml"), """
                        workload: %s
                        batch_sizes: [8]
                        learning_rate: [0.1]
                        goals: [{metric: %s, at_most: 0.1}]
                        budget: {steps: 10}
                        """.formatted(workload.toAbsolutePath(), metric));
                assertThat(Cli.run(HOME, "validate", config.toString()).err()).isEmpty();
            }
        }
    }

    @Test
    void printsAConfigThatReadsBackTheSame(@TempDir Path folder) throws IOException {
        String printed =
                Cli.run(HOME, "validate", "--print", "configs/quickstart.yaml").out();
        Path copy = Files.writeString(folder.resolve("copy.json"), printed);
        assertThat(Cli.run(folder, "validate", "--print", copy.toString()).out())
                .isEqualTo(printed);
    }

    @Test
    void listsEveryTrialWithItsReason() throws IOException {
        Cli cli = Cli.run(HOME, "plan", "configs/smoke.yaml");
        assertThat(cli.exitCode()).isZero();
        List<String> lines = cli.out().lines().toList();
        assertThat(lines).hasSize(1 + 15 + 1);
        assertThat(lines.get(0)).startsWith("trial ").endsWith("reason");
        assertThat(lines.subList(1, 16)).allMatch(line -> line.matches("[0-9a-f]{16} .* to run +new"));
        assertThat(lines.get(16)).startsWith("15 trials, at most ");
    }

    @Test
    void printsAPlanAsJson() {
        Cli cli = Cli.run(HOME, "plan", "configs/smoke.yaml", "--format", "json");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).contains("\"name\" : \"smoke\"", "\"reason\" : \"new\"", "\"total_trials\" : 15");
    }

    @Test
    void printsTheSchema() {
        assertThat(Cli.run(HOME, "schema").out()).isEqualTo(ConfigSchema.text());
    }

    @Test
    void saysInItsHelpWhatEveryExitCodeMeans() {
        Cli cli = Cli.run(HOME, "--help");
        assertThat(cli.exitCode()).isZero();
        for (ExitCode exit : ExitCode.values()) {
            assertThat(cli.out()).containsPattern("(?m)^ +" + exit.code() + " +[a-z]");
        }
    }

    @Test
    void refusesAnUnknownCommandWithCodeTwo() {
        assertThat(Cli.run(HOME, "validat").exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(Cli.run(HOME).exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(Cli.run(HOME, "plan", "configs/smoke.yaml", "--format", "xml")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void reportsAMissingFileAsAProblem(@TempDir Path folder) {
        Path missing = folder.resolve("missing.yaml");
        Cli cli = Cli.run(HOME, "validate", missing.toString());
        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_CONFIG.code());
        assertThat(cli.err())
                .isEqualTo(missing + ":1:1: (top level): there is no such file\n" + "1 problem; nothing was started\n");
    }

    @Test
    void keepsCharactersBeyondAscii(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("x.yaml"), "größe: 1\n");
        assertThat(Cli.run(HOME, "validate", config.toString()).err()).contains(" größe: unknown key");
    }
}
