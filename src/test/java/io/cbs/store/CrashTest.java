package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk fails, or the process ends, at every single operation in turn. */
class CrashTest {
    private static final Trajectory[] FIRST = {Samples.trajectory("a"), Samples.trajectory("b")};
    private static final Trajectory[] SECOND = {Samples.trajectory("c"), Samples.trajectory("a", 9, TrialEnd.BEATEN)};

    @TempDir
    Path temp;

    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterAFaultAtAnyStepAWaveIsPublishedWholeOrNotAtAll(boolean crash) {
        Map<String, String> undisturbed = undisturbed();
        int n = 0;
        boolean failed = true;
        while (failed) {
            n++;
            Path results = temp.resolve("at-" + n);
            FaultyDisk disk = new FaultyDisk(n, crash);
            Throwable thrown = attempt(() -> run(results, disk));
            failed = disk.failed();
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(crash ? FaultyDisk.Crash.class : StoreException.class);
            }

            List<String> known = continueAndFinish(results);
            assertThat(known).isIn(List.of(), List.of("a", "b"), List.of("a", "b", "c"));
            assertThat(findings).isEmpty();
            assertThat(Samples.tree(results.resolve("sweep/studies")))
                    .as("after a fault at operation %s", n)
                    .isEqualTo(undisturbed);
        }
        assertThat(n).isGreaterThan(50);
    }

    private Map<String, String> undisturbed() {
        Path results = temp.resolve("undisturbed");
        run(results, new DiskFileOps());
        return Samples.tree(results.resolve("sweep/studies"));
    }

    private void run(Path results, FileOps disk) {
        ResultsFolder folder = ResultsFolder.open(results, "sweep", List.of(), findings::add, disk, Clock.systemUTC());
        // A crash also runs this, but on a disk that does nothing any more: only the lock is freed, as a kill does.
        try (folder) {
            folder.writeConfig("{}");
            StudyStore store = folder.study(Samples.BATCH_SIZE);
            Samples.publish(store, FIRST);
            Samples.publish(store, SECOND);
        }
    }

    /** What the same command does when it is run again; returns the ids that it found published. */
    private List<String> continueAndFinish(Path results) {
        // The run again is another process, which the description of the dead one does not concern.
        new AtomicFiles(new DiskFileOps()).deleteQuietly(results.resolve("sweep/.lock.json"));
        try (ResultsFolder folder = ResultsFolder.open(results, "sweep", List.of(), findings::add)) {
            StudyStore store = folder.study(Samples.BATCH_SIZE);
            List<String> known = ids(store);
            if (known.isEmpty()) {
                Samples.publish(store, FIRST);
            }
            if (known.size() < 3) {
                Samples.publish(store, SECOND);
            }
            assertThat(store.published())
                    .containsExactly(Samples.trajectory("a", 9, TrialEnd.BEATEN), FIRST[1], SECOND[0]);
            clearLeftovers(store);
            return known;
        }
    }

    private static List<String> ids(StudyStore store) {
        return store.published().stream()
                .map(trajectory -> trajectory.trial().id())
                .toList();
    }

    /** A crash after the last rename leaves the watched folder of that wave; any later wave clears it. */
    private static void clearLeftovers(StudyStore store) {
        store.begin(List.of(Samples.trial("z"))).close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReplacedFileIsTheOldOneOrTheNewOne(boolean crash) throws Exception {
        Path file = temp.resolve("config.json");
        boolean failed = true;
        for (int n = 1; failed; n++) {
            new AtomicFiles(new DiskFileOps()).replace(file, "old content".getBytes());
            FaultyDisk disk = new FaultyDisk(n, crash);
            attempt(() -> new AtomicFiles(disk).replace(file, "new".getBytes()));
            failed = disk.failed();
            assertThat(Files.readString(file)).isIn("old content", "new");
        }
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @Test
    void aFailedReplacementLeavesNoTemporaryFile() {
        for (int n = 2; n <= 4; n++) {
            FaultyDisk disk = new FaultyDisk(n, false);
            attempt(() -> new AtomicFiles(disk).replace(temp.resolve("config.json"), "new".getBytes()));
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void aFullDiskIsReportedWithPathCauseAndNextAction() {
        Path file = temp.resolve("config.json");

        assertThatThrownBy(() -> new AtomicFiles(new FaultyDisk(2, false)).replace(file, new byte[10]))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + ": cannot be written: No space left on device; free space and run the same command"
                        + " again; finished studies are kept");
    }

    @Test
    void aFailedPublishCanBeTriedAgain() {
        Path results = temp.resolve("results");
        run(results, new DiskFileOps());
        for (int n = 1; n < 12; n++) {
            FaultyDisk disk = new FaultyDisk(n, false);
            StudyFolder study = new StudyFolder(results.resolve("sweep/studies/b000064"), Samples.BATCH_SIZE);
            try (OpenWave wave =
                    new OpenWave(study, new AtomicFiles(disk), List.of(Samples.trial("y" + n)), () -> {})) {
                List<Trajectory> trajectories = List.of(Samples.trajectory("y" + n));
                Throwable thrown = attempt(() -> wave.publish(trajectories));
                if (thrown != null) {
                    wave.publish(trajectories);
                }
            }
            assertThat(study.read().trajectories()).hasSize(3 + n);
        }
    }

    private static Throwable attempt(Runnable action) {
        try {
            action.run();
            return null;
        } catch (StoreException | FaultyDisk.Crash e) {
            return e;
        }
    }
}
