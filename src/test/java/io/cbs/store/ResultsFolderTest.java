package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsFolderTest {
    @TempDir
    Path temp;

    @Test
    void theFolderAndThoseAboveItAreMade() {
        try (ResultsFolder folder = open(temp.resolve("not/yet/there"))) {
            assertThat(folder.path())
                    .isEqualTo(temp.resolve("not/yet/there/sweep"))
                    .isDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "a/b", "../a", "a\\b", "a b", "a\n", "a\0"})
    void aNameThatIsNoPlainFolderNameIsRefused(String name) {
        assertThatThrownBy(() -> ResultsFolder.open(temp, name, List.of(), finding -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void theLastConfigWrittenIsRead() {
        try (ResultsFolder folder = open(temp)) {
            assertThatThrownBy(() -> ResultsReader.open(folder.path())).hasMessageContaining("is not a results folder");
            folder.writeConfig("{\"a\":1}");
            folder.writeConfig("{\"a\":2}\n");
            assertThat(ResultsReader.open(folder.path()).config()).isEqualTo("{\"a\":2}\n");
        }
    }

    @Test
    void everyAttemptHasItsEnvironmentRecord() throws Exception {
        Path first;
        Path second;
        try (ResultsFolder folder = open(temp)) {
            first = folder.recordEnvironment(Map.of("engine", Map.of("name", "PyTorch")));
        }
        byte[] before = Files.readAllBytes(first);
        try (ResultsFolder folder = open(temp)) {
            second = folder.recordEnvironment(Map.of());
        }

        assertThat(first).hasFileName("environment-1.json").hasBinaryContent(before);
        assertThat(second).hasFileName("environment-2.json");
        JsonNode record = JsonMapper.shared().readTree(before);
        assertThat(record.at("/schema_version").intValue()).isEqualTo(1);
        assertThat(record.at("/attempt").intValue()).isEqualTo(1);
        assertThat(record.at("/command/1").stringValue()).isEqualTo("sweep");
        assertThat(record.at("/engine/name").stringValue()).isEqualTo("PyTorch");
        assertThat(record.at("/java/java.version").stringValue()).isEqualTo(System.getProperty("java.version"));
    }

    @Test
    void onlyFoldersOfStudiesCountAsBatchSizes() throws Exception {
        try (ResultsFolder folder = open(temp)) {
            for (String name : List.of("b000064", "b000008", "b1048576", "b64", "b0000016", "x", "b99999999999")) {
                Files.createDirectories(folder.path().resolve("studies").resolve(name));
            }
            assertThat(folder.batchSizes()).containsExactly(8, 64, 1048576);
        }
    }

    @Test
    void aReaderBesideAWriterSeesOnlyWholeWaves() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ResultsFolder folder = open(temp)) {
            folder.writeConfig("{}");
            CompletableFuture<Integer> looks = CompletableFuture.supplyAsync(() -> look(folder.path(), done));
            StudyStore store = folder.study(Samples.BATCH_SIZE);
            for (int i = 0; i < 30; i++) {
                Samples.publish(store, Samples.trajectory("x" + i), Samples.trajectory("y" + i));
                folder.writeConfig("{\"waves\":" + i + "}");
            }
            done.set(true);
            assertThat(looks.get()).isPositive();
        }
    }

    private static int look(Path folder, AtomicBoolean done) {
        ResultsReader reader = ResultsReader.open(folder);
        int looks = 0;
        int before = 0;
        do {
            PublishedStudy study = reader.published(Samples.BATCH_SIZE);
            assertThat(study.findings()).isEmpty();
            assertThat(study.trajectories().size())
                    .isGreaterThanOrEqualTo(before)
                    .isEven();
            before = study.trajectories().size();
            assertThat(reader.running(Samples.BATCH_SIZE)).hasSizeLessThanOrEqualTo(2);
            assertThat(JsonMapper.shared().readTree(reader.config()).isObject()).isTrue();
            looks++;
        } while (!done.get());
        return looks;
    }

    private static ResultsFolder open(Path results) {
        return ResultsFolder.open(results, "sweep", List.of("cbs", "sweep"), finding -> {});
    }
}
