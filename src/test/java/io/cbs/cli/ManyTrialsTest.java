package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An import holds one trial at a time: its tables are twice as large as the heap that it is given. */
class ManyTrialsTest {
    private static final int STUDIES = 10;
    private static final int TRIALS = 600;
    private static final int ROWS = 250;
    private static final int HEAP_MIB = 24;

    @TempDir
    Path root;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aTreeLargerThanTheHeapIsImported() throws Exception {
        long bytes = plant();
        assertThat(bytes).isGreaterThan(2L * HEAP_MIB << 20);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-Xmx" + HEAP_MIB + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "import",
                        "batch-science",
                        root.resolve("tree").toString(),
                        "--goal",
                        "val/classification_error<0.001",
                        "--trials",
                        "all",
                        "--into",
                        root.resolve("into").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        // The last row of the one trial that reaches, in the middle of the study.
        assertThat(output).containsPattern("512 +2490 +2480 +300 +- +" + TRIALS + " of " + TRIALS + " +0 +0\n");
    }

    /** Returns the number of bytes in tables. */
    private long plant() throws IOException {
        StringBuilder rows = new StringBuilder("step,train/cross_entropy_error,val/classification_error\n");
        for (int row = 0; row < ROWS - 1; row++) {
            rows.append(10 * row)
                    .append(",0.12345678901234567,0.")
                    .append(9_999_999 - row)
                    .append('\n');
        }
        String miss = rows + "2490,0.1,0.5\n";
        long bytes = 0;
        for (int study = 0; study < STUDIES; study++) {
            int batchSize = 1 << study;
            Path folder = Files.createDirectories(root.resolve("tree/mnist/cnn/sgd/" + batchSize));
            Files.writeString(
                    folder.resolve("study.json"), "{\"batch_size\": " + batchSize + ", \"train_steps\": 2490}");
            for (int id = 1; id <= TRIALS; id++) {
                Path trial = Files.createDirectory(folder.resolve(Integer.toString(id)));
                Files.writeString(
                        trial.resolve("metadata.json"),
                        "{\"parameters\": {}, \"status\": \"COMPLETE\", \"trial_id\": " + id + "}");
                String table = id == TRIALS / 2 ? rows + "2490,0.1,0.0001\n" : miss;
                Files.writeString(trial.resolve("measurements.csv"), table);
                bytes += table.length();
            }
        }
        return bytes;
    }
}
