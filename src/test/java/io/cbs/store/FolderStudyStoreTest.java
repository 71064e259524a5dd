package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.plan.Trial;
import io.cbs.store.StudyStore.Wave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStudyStoreTest {
    @TempDir
    Path results;

    private final List<Finding> findings = new ArrayList<>();
    private ResultsFolder folder;
    private StudyStore store;

    @BeforeEach
    void open() {
        folder = ResultsFolder.open(results, "sweep", List.of("cbs", "sweep"), findings::add);
        folder.writeConfig("{}");
        store = folder.study(Samples.BATCH_SIZE);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void aNewStudyHasNothingPublished() {
        assertThat(store.published()).isEmpty();
        assertThat(folder.batchSizes()).isEmpty();
    }

    @Test
    void aPublishedWaveIsReadBack() {
        Samples.publish(store, Samples.trajectory("b"), Samples.trajectory("a", 9, TrialEnd.BEATEN));

        assertThat(store.published())
                .containsExactly(Samples.trajectory("a", 9, TrialEnd.BEATEN), Samples.trajectory("b"));
        assertThat(folder.batchSizes()).containsExactly(Samples.BATCH_SIZE);
        assertThat(reader().published(Samples.BATCH_SIZE).trajectories()).isEqualTo(store.published());
        assertThat(findings).isEmpty();
    }

    @Test
    void aWaveClosedWithoutPublishingLeavesNothing() {
        Map<String, String> before = Samples.tree(results);
        try (Wave wave = store.begin(List.of(Samples.trial("a")))) {
            wave.append(Samples.trial("a"), Samples.measurement(0));
        }

        assertThat(store.published()).isEmpty();
        assertThat(Samples.tree(results))
                .containsAllEntriesOf(before)
                .doesNotContainKey("sweep/studies/b000064/running");
    }

    @Test
    void theWaveInProgressIsSeenWhileItRuns() {
        try (Wave wave = store.begin(List.of(Samples.trial("a"), Samples.trial("b")))) {
            assertThat(reader().running(Samples.BATCH_SIZE))
                    .containsExactly(
                            new LiveTrial(Samples.trial("a"), List.of()), new LiveTrial(Samples.trial("b"), List.of()));
            wave.append(Samples.trial("b"), Samples.measurement(0));
            wave.append(Samples.trial("b"), Samples.measurement(5));

            assertThat(reader().running(Samples.BATCH_SIZE))
                    .contains(
                            new LiveTrial(Samples.trial("b"), List.of(Samples.measurement(0), Samples.measurement(5))));
            assertThat(store.published()).isEmpty();
        }
        assertThat(reader().running(Samples.BATCH_SIZE)).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsClearedByTheNextWave() throws Exception {
        Path study = folder.path().resolve("studies/b000064");
        Files.createDirectories(study.resolve("running/old"));
        Files.writeString(study.resolve("running/old/measurements.csv"), "step\n");
        Files.createDirectories(study.resolve("publishing/old"));

        Samples.publish(store, Samples.trajectory("a"));

        assertThat(study).isDirectoryNotContaining("glob:**/{running,publishing}");
        assertThat(store.published()).containsExactly(Samples.trajectory("a"));
    }

    @Test
    void theLongestObservationOfATrialWins() {
        Samples.publish(store, Samples.trajectory("a", 4, TrialEnd.BEATEN));
        Samples.publish(store, Samples.trajectory("a", 8, TrialEnd.REACHED));
        Samples.publish(store, Samples.trajectory("a", 6, TrialEnd.BEATEN));

        assertThat(store.published()).containsExactly(Samples.trajectory("a", 8, TrialEnd.REACHED));
    }

    @Test
    void aFailureNeverStandsInForASoundObservation() {
        Samples.publish(store, Samples.trajectory("a", 8, TrialEnd.FAILED));
        assertThat(store.published()).containsExactly(Samples.trajectory("a", 8, TrialEnd.FAILED));

        Samples.publish(store, Samples.trajectory("a", 4, TrialEnd.BEATEN));
        assertThat(store.published()).containsExactly(Samples.trajectory("a", 4, TrialEnd.BEATEN));
    }

    @Test
    void equalTrajectoriesPublishEqualBytes(@TempDir Path other) {
        Trajectory[] wave = {Samples.trajectory("a"), Samples.trajectory("b", 7, TrialEnd.DIVERGED)};
        Samples.publish(store, wave);
        try (ResultsFolder second = ResultsFolder.open(other, "again", List.of(), findings::add)) {
            Samples.publish(second.study(Samples.BATCH_SIZE), wave);
        }

        Map<String, String> first = Samples.tree(results.resolve("sweep/studies"));
        assertThat(first)
                .containsKey("b000064/w000/a/metadata.json")
                .isEqualTo(Samples.tree(other.resolve("again/studies")));
    }

    @Test
    void aTrialThatIsNotOfTheWaveOrStudyIsRefused() {
        Trial elsewhere = new Trial("a", 128, 0.1, 7);
        assertThatThrownBy(() -> store.begin(List.of(elsewhere))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.begin(List.of(Samples.trial("../../out"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.begin(List.of(Samples.trial("a"), Samples.trial("a"))))
                .isInstanceOf(IllegalArgumentException.class);
        try (Wave wave = store.begin(List.of(Samples.trial("a")))) {
            assertThatThrownBy(() -> wave.append(Samples.trial("b"), Samples.measurement(0)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wave.publish(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wave.publish(List.of(Samples.trajectory("b"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(store.published()).isEmpty();
    }

    @Test
    void onlyOneWaveOfAStudyIsOpenAtATime() {
        try (Wave wave = store.begin(List.of(Samples.trial("a")))) {
            assertThatThrownBy(() -> store.begin(List.of(Samples.trial("b"))))
                    .isInstanceOf(IllegalStateException.class);
            wave.publish(List.of(Samples.trajectory("a")));
            assertThatThrownBy(() -> wave.publish(List.of(Samples.trajectory("a"))))
                    .isInstanceOf(IllegalStateException.class);
        }
        Samples.publish(store, Samples.trajectory("b"));

        assertThat(store.published()).hasSize(2);
    }

    private ResultsReader reader() {
        return ResultsReader.open(folder.path());
    }
}
