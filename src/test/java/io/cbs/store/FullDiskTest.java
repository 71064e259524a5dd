package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.measure.Trajectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The operating system's own limit on the size of a file stands in for a full disk. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    @TempDir
    Path results;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aRunStopsCleanlyAndContinuesWhenThereIsSpace() throws Exception {
        Run limited = run("ulimit -f 256; ");

        assertThat(limited.output())
                .contains("measurements.csv: cannot be written: File too large; free space and run the same command");
        assertThat(limited.exit()).isEqualTo(PublishTester.EXIT_DISK);
        assertThat(publishedIds()).containsExactly("small");
        assertThat(Samples.tree(results).keySet()).noneMatch(name -> name.endsWith(".tmp") || name.contains("running"));

        assertThat(run("")).isEqualTo(new Run(0, ""));
        assertThat(publishedIds()).containsExactly("big", "small");
    }

    private List<String> publishedIds() {
        PublishedStudy study = ResultsReader.open(results.resolve("sweep")).published(Samples.BATCH_SIZE);
        assertThat(study.findings()).isEmpty();
        return study.trajectories().stream()
                .map(Trajectory::trial)
                .map(trial -> trial.id())
                .toList();
    }

    private record Run(int exit, String output) {}

    private Run run(String limit) throws Exception {
        String java = ChildJvm.command(PublishTester.class).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Process process = new ProcessBuilder("bash", "-c", limit + "exec " + java + " '" + results + "'")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
