package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cbs sweep} on images in files. */
class ImageFilesIT {
    private static final Path HOME = Path.of(System.getProperty("cbs.home"));
    private static final int COUNT = 600;
    private static final int SIDE = 8;

    private static final String CONFIG = """
            name: images
            workload:
              name: images
              kind: classifier
              data:
                kind: idx
                images: %s/images
                labels: %s/labels
                split: {train: 500, held_out: 100}
              model: {kind: mlp, hidden: [8]}
            batch_sizes: [8, 16, 32, 128]
            learning_rate: %s
            goals:
              - {metric: error_rate, at_most: 0.2}
            budget: {steps: 300}
            devices: [cpu]
            """;

    @TempDir
    Path temp;

    private Path results;
    private Path data;

    @BeforeEach
    void folders() throws IOException {
        results = temp.resolve("results");
        data = Files.createDirectory(temp.resolve("data"));
    }

    @Test
    void otherDataUnderTheSameConfigAreRefusedAndNothingIsLost() throws IOException {
        writeImages(0);
        Cli first = sweep(CONFIG.formatted(data, data, "[0.1, 0.3]"));
        assertThat(first.exitCode()).as(first.err()).isIn(ExitCode.OK.code(), ExitCode.NO_FIT.code());
        Map<String, String> before = Trees.of(results.resolve("images/studies"));

        writeImages(1);
        Cli refused = sweep(CONFIG.formatted(data, data, "[0.1, 0.2, 0.3]"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.IO.code());
        assertThat(refused.err())
                .contains(
                        "the trials here were trained on data with fingerprint ",
                        "restore the data, or choose another name in the config")
                .doesNotContain("\tat ");
        assertThat(Trees.of(results.resolve("images/studies"))).isEqualTo(before);

        writeImages(0);
        Cli restored = sweep(CONFIG.formatted(data, data, "[0.1, 0.2, 0.3]"));
        assertThat(restored.exitCode()).as(restored.err()).isEqualTo(first.exitCode());
        assertThat(Trees.of(results.resolve("images/studies"))).containsAllEntriesOf(before);
    }

    @Test
    void aVariableThatIsNotSetIsNamed() throws IOException {
        Cli cli = sweep(CONFIG.formatted("${CBS_NEVER_SET_ANYWHERE}", "${CBS_NEVER_SET_ANYWHERE}", "[0.1]"));

        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_CONFIG.code());
        assertThat(cli.err()).contains("CBS_NEVER_SET_ANYWHERE").doesNotContain("\tat ", "bug");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Cli cli = sweep(CONFIG.formatted(data, data, "[0.1]"));

        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_CONFIG.code());
        assertThat(cli.err()).contains(data.resolve("images").toString()).doesNotContain("\tat ", "bug");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void trainsOnMnist() throws IOException {
        assumeThat(System.getenv("CBS_DATA"))
                .as("CBS_DATA is not set: the sweep on MNIST images is not tried")
                .isNotNull();
        String config = Files.readString(HOME.resolve("configs/mnist10k-cnn.yaml"))
                .replaceAll("filters: \\[.*?]", "filters: [4, 8]")
                .replaceAll("hidden: \\d+", "hidden: 32")
                .replaceAll("batch_sizes: .*", "batch_sizes: [16, 64, 256]")
                .replaceAll("learning_rate: .*", "learning_rate: {values: [0.02, 0.05], extend: 0}")
                .replaceAll("seeds: .*", "seeds: [0]")
                .replaceAll("at_most: [0-9.]+", "at_most: 0.2")
                .replaceAll("examples: \\d+", "examples: 40000");

        Cli cli = sweep(config);

        // Three batch sizes carry no fit.
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(ExitCode.NO_FIT.code());
        assertThat(cli.err().lines().filter(line -> line.matches("B = \\d+: S = [0-9.]+ .*; 2 trials: .*reached.*")))
                .hasSize(3);
    }

    private Cli sweep(String config) throws IOException {
        Path file = Files.writeString(temp.resolve("sweep.yaml"), config);
        return Cli.run(HOME, "sweep", file.toString(), "--results", results.toString());
    }

    /** Class k has its k-th row bright; the variant shows in the last row. */
    private void writeImages(int variant) throws IOException {
        ByteBuffer images = ByteBuffer.allocate(16 + COUNT * SIDE * SIDE);
        images.putInt(0x0803).putInt(COUNT).putInt(SIDE).putInt(SIDE);
        ByteBuffer labels = ByteBuffer.allocate(8 + COUNT);
        labels.putInt(0x0801).putInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            int label = i % 4;
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                boolean bright = pixel / SIDE == label;
                boolean mark = pixel / SIDE == SIDE - 1 && variant > 0;
                images.put((byte) (bright ? 255 : mark ? 128 : (i * 7 + pixel * 13) % 64));
            }
            labels.put((byte) label);
        }
        Files.write(data.resolve("images"), images.array());
        Files.write(data.resolve("labels"), labels.array());
    }
}
