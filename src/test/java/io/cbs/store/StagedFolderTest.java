package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {
    @TempDir
    Path root;

    private static void fill(StagedFolder staged) {
        staged.append(Path.of("a/b/one.txt"), "1".getBytes(StandardCharsets.UTF_8));
        staged.append(Path.of("two.txt"), "2".getBytes(StandardCharsets.UTF_8));
        staged.append(Path.of("two.txt"), "3".getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> files() {
        Map<String, String> files = Samples.tree(root);
        files.values().removeIf(String::isEmpty);
        return files;
    }

    @Test
    void nothingIsThereUntilAllOfItIs() throws Exception {
        Path target = root.resolve("results/name");
        try (StagedFolder staged = StagedFolder.open(target)) {
            fill(staged);
            assertThat(target).doesNotExist();
            staged.publish();
        }
        assertThat(files()).containsOnlyKeys("results/name/a/b/one.txt", "results/name/two.txt");
        assertThat(target.resolve("two.txt")).hasContent("23");
    }

    @Test
    void whatIsNotPublishedIsDeleted() {
        try (StagedFolder staged = StagedFolder.open(root.resolve("name"))) {
            fill(staged);
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aDiskThatFailsAtAnyOperationLeavesAllOrNothing() {
        boolean failed = true;
        for (int failAt = 1; failed; failAt++) {
            Path target = root.resolve("name" + failAt);
            FaultyDisk disk = new FaultyDisk(failAt, false);
            try (StagedFolder staged = StagedFolder.open(target, disk)) {
                fill(staged);
                staged.publish();
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("No space left");
            }
            failed = disk.failed();
            if (Files.exists(target)) {
                assertThat(Samples.tree(target)).containsKeys("a/b/one.txt", "two.txt");
            }
            assertThat(failAt < 3 && Files.exists(target)).isFalse();
            assertThat(root.resolve(".name" + failAt + ".staging")).doesNotExist();
        }
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path target = Files.createDirectory(root.resolve("name"));

        assertThatThrownBy(() -> StagedFolder.open(target))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void twoAtOnceDoNotMix() {
        Path target = root.resolve("name");
        try (StagedFolder first = StagedFolder.open(target)) {
            fill(first);
            assertThatThrownBy(() -> StagedFolder.open(target)).hasMessageContaining("another command is writing");
            first.publish();
        }
        assertThat(target.resolve("two.txt")).hasContent("23");
    }

    @Test
    void namesDoNotLeadOut() {
        try (StagedFolder staged = StagedFolder.open(root.resolve("name"))) {
            for (String name : List.of("../other", "a/../../other", "/other", "")) {
                assertThatThrownBy(() -> staged.append(Path.of(name), new byte[0]))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aSweepDoesNotRunIntoImportedCurves() throws Exception {
        Path folder = Files.createDirectory(root.resolve("name"));
        Files.writeString(folder.resolve(StagedFolder.IMPORT_FILE), "{}");

        assertThatThrownBy(() -> ResultsFolder.open(root, "name", List.of(), finding -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds imported curves");
    }
}
