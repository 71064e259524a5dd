package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep that is stopped or killed at any moment, and run again, ends as one that was left alone. */
class KillAnywhereIT {
    private static final int KILLS = 5;

    @TempDir
    Path temp;

    private Path config;
    private Path results;

    @BeforeEach
    void folders() {
        config = temp.resolve("sweep.yaml");
        results = temp.resolve("results");
    }

    /** What a kill finds depends on the machine's speed; what comes out in the end does not. */
    @ParameterizedTest
    @ValueSource(strings = {SweepConfigs.DIGITS, SweepConfigs.QUADRATIC})
    void killedAtRandomMoments(String text) throws IOException, InterruptedException {
        Files.writeString(config, text);
        Path alone = temp.resolve("alone");
        long started = System.nanoTime();
        Cli undisturbed = start(alone).finish();
        long milliseconds = (System.nanoTime() - started) / 1_000_000;
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isIn(0, ExitCode.NO_FIT.code());
        Map<String, String> expected = studies(alone);
        assertThat(expected).isNotEmpty();

        Random random = new Random(20261123);
        int kills = 0;
        while (kills < KILLS) {
            boolean killed;
            try (ChildCbs child = start(results)) {
                killed = child.killAfter(random.nextLong(milliseconds));
            }
            if (killed) {
                kills++;
            } else {
                // Done early: what it made must be right, and the remaining kills hit a new sweep.
                assertThat(studies(results)).isEqualTo(expected);
                results = temp.resolve("results-" + kills);
            }
        }

        Cli last = start(results).finish();
        assertThat(last.exitCode()).as(last.err()).isEqualTo(undisturbed.exitCode());
        assertThat(last.out()).isEqualTo(undisturbed.out());
        assertThat(studies(results)).isEqualTo(expected);
        assertThat(Trees.of(results).keySet())
                .noneMatch(path -> path.contains("/running") || path.contains("/publishing"))
                .noneMatch(path -> path.endsWith(".tmp") || path.contains(".corrupt"));
    }

    @Test
    void stoppedBySignals() throws IOException, InterruptedException {
        Files.writeString(config, SweepConfigs.DIGITS);
        Path alone = temp.resolve("alone");
        Cli undisturbed = start(alone).finish();
        Map<String, String> expected = studies(alone);

        for (String moment : List.of("trials to run", "B = 8: S = ", "B = 16: S = ")) {
            try (ChildCbs child = start(results)) {
                assertThat(child.await(moment)).as(moment).isTrue();
                child.terminate();
                Cli stopped = child.finish();
                assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(ExitCode.TERMINATED.code());
                assertThat(stopped.err())
                        .endsWith(
                                "cbs: stopped; finished batch sizes are kept, and the same command continues with the others\n");
                assertThat(stopped.out()).isEmpty();
                assertThat(Trees.of(results).keySet()).noneMatch(path -> path.contains("/running"));
            }
        }

        Cli last = start(results).finish();
        assertThat(last.out()).isEqualTo(undisturbed.out());
        assertThat(studies(results)).isEqualTo(expected);
    }

    private ChildCbs start(Path into) throws IOException {
        return ChildCbs.start(temp, List.of(), "sweep", config.toString(), "--results", into.toString());
    }

    private static Map<String, String> studies(Path results) throws IOException {
        return Trees.of(results.resolve(Trees.top(results, "").get(0)).resolve("studies"));
    }
}
