package io.cbs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigReaderTest {
    private static final String MINIMAL = """
            workload: glyphs-mlp
            batch_sizes: [16, 8]
            learning_rate: [1, 0.1]
            goals: [{metric: error_rate, at_most: 0.1}]
            budget: {steps: 100}
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void writeTheNamedWorkload() throws IOException {
        Files.createDirectory(home.resolve("workloads"));
        Files.writeString(home.resolve("workloads/glyphs-mlp.yaml"), """
                kind: classifier
                data: {kind: glyphs, train: 4000, held_out: 500}
                model: {kind: mlp, hidden: [32]}
                """);
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void fillsInEveryDefault() throws IOException {
        assertThat(read(MINIMAL))
                .isEqualTo(new SweepConfig(
                        "sweep",
                        new WorkloadConfig.Classifier(
                                "glyphs-mlp",
                                new DataConfig.Glyphs(10, 4000, 500, 0.5, 0),
                                new ModelConfig.Mlp(List.of(32))),
                        List.of(8, 16),
                        new LearningRateSearch(List.of(0.1, 1.0), 3),
                        List.of(0L, 1L, 2L),
                        new OptimizerConfig.Sgd(),
                        List.of(new Goal(Metric.ERROR_RATE, EvaluationSet.HELD_OUT, 0.1)),
                        new EvaluationConfig(1.05, 2000),
                        new StopConfig(StopConfig.Rule.RACE, 1.25, 100, 0.5),
                        new BudgetConfig(100, Long.MAX_VALUE),
                        Aggregate.MEDIAN_OF_CROSSINGS,
                        List.of("auto"),
                        null));
    }

    @Test
    void usesTheDefaultsThatTheSchemaStates() throws IOException {
        String stated = """
                workload: {base: glyphs-mlp, data: {classes: 10, difficulty: 0.5, seed: 0}}
                batch_sizes: {from: 8, to: 16, factor: 2}
                learning_rate: {values: [0.1, 1], extend: 3}
                seeds: [0, 1, 2]
                optimizer: sgd
                goals: [{metric: error_rate, at_most: 0.1, on: held_out}]
                evaluation: {growth: 1.05, train_sample: 2000}
                stop: {rule: race, margin: 1.25, divergence_factor: 100, stall_fraction: 0.5}
                budget: {steps: 100}
                aggregate: median-of-crossings
                devices: auto
                """;
        assertThat(read(stated)).isEqualTo(read(MINIMAL));
        assertThat(SchemaDefaults.in(ConfigSchema.text())).containsExactlyInAnyOrderElementsOf(SchemaDefaults.KNOWN);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsBackWhatTheWriterWrites(Path sample) throws IOException {
        SweepConfig config = new ConfigReader(Path.of("")).read(sample);
        Path written = Files.writeString(home.resolve("config.json"), ConfigWriter.json(config));
        assertThat(new ConfigReader(home).read(written)).isEqualTo(config);
    }

    @Test
    void readsBackEveryKindOfPart() throws IOException {
        SweepConfig config = read("""
                name: all
                workload:
                  kind: classifier
                  data: {kind: idx, images: a, labels: /b, held_out_images: "${X}/c", held_out_labels: d}
                  model: {kind: simple-cnn, filters: [4], hidden: 8}
                batch_sizes: [8]
                learning_rate: {from: 1.0e-4, to: 1, per_decade: 3, extend: 0}
                seeds: [9007199254740991]
                optimizer: {kind: nesterov, momentum: 0.3}
                goals: [{metric: cross_entropy, at_most: 0.123456789012345, on: train}]
                stop: {rule: complete}
                budget: {examples: 1e6}
                aggregate: crossing-of-mean
                devices: [cpu, gpu1]
                reference_batch: 64
                """);
        Path written = Files.writeString(home.resolve("config.json"), ConfigWriter.json(config));
        assertThat(new ConfigReader(home).read(written)).isEqualTo(config);
        assertThat(config.budget()).isEqualTo(new BudgetConfig(Long.MAX_VALUE, 1_000_000));
        assertThat(((WorkloadConfig.Classifier) config.workload()).data())
                .isEqualTo(new DataConfig.Idx(
                        home.resolve("a").toString(),
                        "/b",
                        "${X}/c",
                        home.resolve("d").toString(),
                        null));
    }

    @Test
    void spacesALogGridEvenlyAndRoundsItToSixDigits() throws IOException {
        SweepConfig config = read(with("learning_rate", "{from: 0.01, to: 1.0, per_decade: 2}"));
        assertThat(config.learningRate().values()).containsExactly(0.01, 0.0316228, 0.1, 0.316228, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "'{from: 8, to: 64, factor: 2}', 8 16 32 64",
        "'{from: 8, to: 63}', 8 16 32",
        "'{from: 1, to: 6, factor: 1.5}', 1 2 3 5",
        "'{from: 5, to: 5}', 5",
    })
    void spacesBatchSizesByTheFactor(String range, String expected) throws IOException {
        List<Integer> sizes =
                Stream.of(expected.split(" ")).map(Integer::valueOf).toList();
        assertThat(read(with("batch_sizes", range)).batchSizes()).isEqualTo(sizes);
    }

    @Test
    void countsSeedsFromZero() throws IOException {
        assertThat(read(MINIMAL + "seeds: {count: 20}\n").seeds())
                .isEqualTo(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void mergesChangesIntoANamedWorkload() throws IOException {
        SweepConfig config = read(with("workload", "{base: glyphs-mlp, name: small, data: {train: 64}}"));
        assertThat(config.workload())
                .isEqualTo(new WorkloadConfig.Classifier(
                        "small", new DataConfig.Glyphs(10, 64, 500, 0.5, 0), new ModelConfig.Mlp(List.of(32))));
        assertThat(config.evaluation().trainSample()).isEqualTo(64);
    }

    @Test
    void replacesAMappingOfAnotherKindAsAWhole() throws IOException {
        SweepConfig config =
                read(with("workload", "{base: glyphs-mlp, model: {kind: simple-cnn, filters: [4], hidden: 8}}"));
        assertThat(((WorkloadConfig.Classifier) config.workload()).model())
                .isEqualTo(new ModelConfig.SimpleCnn(List.of(4), 5, 2, 8));
    }

    @Test
    void fillsInMomentumAndPowerLaws() throws IOException {
        SweepConfig config = read("""
                workload: {kind: noisy_quadratic, dimension: 2, curvature: {exponent: -1}, noise: {scale: 2}, start: [1, 0]}
                batch_sizes: [8]
                learning_rate: [0.1]
                optimizer: momentum
                goals: [{metric: expected_loss, at_most: 0.1}]
                budget: {steps: 100}
                """);
        assertThat(config.optimizer()).isEqualTo(new OptimizerConfig.Momentum(0.9));
        assertThat(config.workload())
                .isEqualTo(new WorkloadConfig.NoisyQuadratic(
                        "sweep",
                        2,
                        new Spectrum.PowerLaw(1, -1),
                        new Spectrum.PowerLaw(2, 0),
                        new Spectrum.Values(List.of(1.0, 0.0))));
    }

    @Test
    void findsAWorkloadFileBesideTheConfig() throws IOException {
        Files.writeString(home.resolve("mine.yaml"), "{kind: gaussian_regression, dimension: 4, start_distance: 2}");
        SweepConfig config = read("""
                workload: mine.yaml
                batch_sizes: [8]
                learning_rate: [0.1]
                goals: [{metric: expected_loss, at_most: 0.1}]
                budget: {steps: 100}
                """);
        assertThat(config.workload()).isEqualTo(new WorkloadConfig.GaussianRegression("mine", 4, 2));
    }

    @Test
    void takesRelativeFilesFromTheFolderOfTheFileThatNamesThem() throws IOException {
        Files.writeString(home.resolve("workloads/files.yaml"), """
                kind: classifier
                data: {kind: idx, images: i.gz, labels: l.gz, split: {train: 100, held_out: 10}}
                model: {kind: mlp, hidden: [32]}
                """);
        SweepConfig config = read(with("workload", "{base: files, data: {labels: mine.gz}}"));
        assertThat(((WorkloadConfig.Classifier) config.workload()).data())
                .isEqualTo(new DataConfig.Idx(
                        home.resolve("workloads/i.gz").toString(),
                        home.resolve("mine.gz").toString(),
                        null,
                        null,
                        new DataConfig.Split(100, 10)));
    }

    @Test
    void acceptsAByteOrderMarkAndWindowsLineEnds() throws IOException {
        assertThat(read("\uFEFF" + MINIMAL.replace("\n", "\r\n"))).isEqualTo(read(MINIMAL));
    }

    @Test
    void refusesAFileAboveOneMegabyte() {
        assertThatThrownBy(() -> read("#".repeat(1_000_001)))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("sweep.yaml:1:1: (top level): the file is larger than 1 MB");
    }

    private SweepConfig read(String text) throws IOException {
        return new ConfigReader(home).read(Files.writeString(home.resolve("sweep.yaml"), text));
    }

    /** The minimal config with another value for one key. */
    private static String with(String key, String value) {
        return MINIMAL.replaceFirst("(?m)^" + key + ":.*$", key + ": " + value);
    }
}
