package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records and folders that someone, or a failing disk, has changed. */
class DamagedResultsTest {
    private static final String STAMP = ".corrupt-20260203T040506Z";

    @TempDir
    Path temp;

    private Path results;
    private Path elsewhere;

    private final List<Finding> findings = new ArrayList<>();
    private ResultsFolder folder;
    private StudyStore store;
    private Path wave;

    @BeforeEach
    void publishTwo() throws IOException {
        results = temp.resolve("results");
        elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Clock clock = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
        folder = ResultsFolder.open(results, "sweep", List.of(), findings::add, new DiskFileOps(), clock);
        folder.writeConfig("{}");
        store = folder.study(Samples.BATCH_SIZE);
        Samples.publish(store, Samples.trajectory("a"), Samples.trajectory("b"));
        wave = folder.path().resolve("studies/b000064/w000");
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void aTornRecordIsSetAsideAndTheOthersAreKept() throws IOException {
        Path metadata = wave.resolve("a/metadata.json");
        byte[] content = Files.readAllBytes(metadata);
        Files.write(metadata, java.util.Arrays.copyOf(content, content.length / 2));

        assertSetAside("metadata.json is not JSON");
        assertThat(wave.resolve("a" + STAMP).resolve("metadata.json")).exists();
    }

    @Test
    void aRecordOfANewerVersionIsSetAside() throws IOException {
        Path metadata = wave.resolve("a/metadata.json");
        Files.writeString(
                metadata, Files.readString(metadata).replace("\"schema_version\" : 1", "\"schema_version\" : 99"));

        assertSetAside("schema version 99");
    }

    @Test
    void changedMeasurementsAreSetAside() throws IOException {
        Path measurements = wave.resolve("a/measurements.csv");
        Files.writeString(measurements, Files.readString(measurements) + "99,0.5,0.5\n");

        assertSetAside("measurements.csv does not match its checksum");
    }

    @Test
    void aRecordWithAMissingFileIsSetAside() throws IOException {
        Files.delete(wave.resolve("a/measurements.csv"));

        assertSetAside("measurements.csv is missing");
    }

    @Test
    void aFolderInThePlaceOfAFileIsSetAside() throws IOException {
        Files.delete(wave.resolve("a/metadata.json"));
        Files.createDirectory(wave.resolve("a/metadata.json"));

        assertSetAside("metadata.json is not a file");
    }

    @Test
    void aLinkInThePlaceOfAFileIsSetAside() throws IOException {
        Path moved = elsewhere.resolve("metadata.json");
        Files.move(wave.resolve("a/metadata.json"), moved);
        Files.createSymbolicLink(wave.resolve("a/metadata.json"), moved);

        assertSetAside("metadata.json is not a file");
    }

    @Test
    void aFileInThePlaceOfATrialIsSetAside() throws IOException {
        Files.delete(wave.resolve("a/metadata.json"));
        Files.delete(wave.resolve("a/measurements.csv"));
        Files.delete(wave.resolve("a"));
        Files.writeString(wave.resolve("a"), "");

        assertSetAside("not a folder");
    }

    @Test
    void aCopyUnderAnotherNameIsSetAside() throws IOException {
        Files.createDirectory(wave.resolve("c"));
        for (String name : List.of("metadata.json", "measurements.csv")) {
            Files.copy(wave.resolve("a").resolve(name), wave.resolve("c").resolve(name));
        }

        assertThat(store.published()).containsExactly(Samples.trajectory("a"), Samples.trajectory("b"));
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("record of trial a at batch size 64 in the place of another"));
    }

    @Test
    void twoRecordsSetAsideInOneSecondAreBothKept() throws IOException {
        Files.delete(wave.resolve("a/metadata.json"));
        Files.createDirectory(wave.resolve("a" + STAMP));

        store.published();

        assertThat(wave.resolve("a" + STAMP + "-2/measurements.csv")).exists();
    }

    @Test
    void aTrialSetAsideCanRunAgain() throws IOException {
        Files.delete(wave.resolve("a/metadata.json"));
        store.published();

        Samples.publish(store, Samples.trajectory("a"));

        assertThat(store.published()).containsExactly(Samples.trajectory("a"), Samples.trajectory("b"));
    }

    @Test
    void otherFilesBesideARecordAreLeftAlone() throws IOException {
        Files.writeString(wave.resolve("timing.json"), "{}");
        Files.writeString(wave.resolve("a/timing.json"), "{}");
        Files.writeString(wave.resolve("a/metadata.json.tmp"), "{");

        assertThat(store.published()).containsExactly(Samples.trajectory("a"), Samples.trajectory("b"));
        assertThat(findings).isEmpty();
    }

    @Test
    void readingReportsDamageAndChangesNothing() throws IOException {
        Files.delete(wave.resolve("a/metadata.json"));
        Files.createDirectories(folder.path().resolve("studies/b000064/running/x"));
        Map<String, String> before = Samples.tree(results);

        ResultsReader reader = ResultsReader.open(folder.path());
        PublishedStudy study = reader.published(Samples.BATCH_SIZE);
        reader.running(Samples.BATCH_SIZE);

        assertThat(study.trajectories()).containsExactly(Samples.trajectory("b"));
        assertThat(study.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo(wave.resolve("a"));
            assertThat(finding.setAside()).isEmpty();
            assertThat(finding).hasToString(wave.resolve("a") + ": metadata.json is missing; not used");
        });
        assertThat(Samples.tree(results)).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path studies = folder.path().resolve("studies");
        Files.createSymbolicLink(studies.resolve("b000128"), elsewhere);
        assertThatThrownBy(() -> folder.study(128)).hasMessageContaining("symbolic link");

        Files.move(studies, elsewhere.resolve("moved"));
        Files.createSymbolicLink(studies, elsewhere.resolve("moved"));
        assertThatThrownBy(() -> folder.study(64)).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> store.begin(List.of(Samples.trial("c")))).isInstanceOf(StoreException.class);

        Files.createSymbolicLink(results.resolve("linked"), elsewhere);
        assertThatThrownBy(() -> ResultsFolder.open(results, "linked", List.of(), findings::add))
                .isInstanceOf(StoreException.class);
        assertThat(elsewhere).isDirectoryNotContaining("glob:**/.lock");
    }

    @Test
    void aLinkLeftAsStagingFolderIsRemovedAndNotFollowed() throws IOException {
        Path kept = Files.writeString(elsewhere.resolve("kept"), "x");
        Path study = folder.path().resolve("studies/b000064");
        Files.createSymbolicLink(study.resolve("running"), elsewhere);
        Files.createSymbolicLink(study.resolve("publishing"), elsewhere);

        Samples.publish(store, Samples.trajectory("c"));

        assertThat(store.published()).hasSize(3);
        assertThat(elsewhere).isDirectoryContaining(kept::equals);
        try (java.util.stream.Stream<Path> entries = Files.list(elsewhere)) {
            assertThat(entries).containsExactly(kept);
        }
    }

    private void assertSetAside(String reason) {
        assertThat(store.published()).containsExactly(Samples.trajectory("b"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo(wave.resolve("a"));
            assertThat(finding.reason()).contains(reason);
            assertThat(finding.setAside()).contains(wave.resolve("a" + STAMP));
        });
        assertThat(wave.resolve("a")).doesNotExist();
        findings.clear();
        assertThat(store.published()).containsExactly(Samples.trajectory("b"));
        assertThat(findings).isEmpty();
    }
}
