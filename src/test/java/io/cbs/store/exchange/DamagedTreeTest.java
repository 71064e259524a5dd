package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Torn, malformed and hostile files: the message names the file and, in a table, the line. */
class DamagedTreeTest {
    @TempDir
    Path folder;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = new Tree(folder.resolve("tree")).study(64).trial(64, 3, "COMPLETE", "0,0.9 10,0.5 20,0.1");
    }

    private void read() {
        List<Target> goals = List.of(Target.parse("val/classification_error<0.3"));
        new BatchScienceImport(WorkloadFolder.only(tree.root()), new ImportRules(goals, OptionalInt.empty()))
                .read("here");
    }

    private void assertRefused(Path file, String where, String what) {
        assertThatThrownBy(this::read)
                .isInstanceOf(ExchangeException.class)
                .hasMessageStartingWith(file + where)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step,val/classification_error;0,0.9;10,0.1|:3|the last line has no end",
                "step,val/classification_error;0,0.9;10;|:3|1 cells under a header of 2",
                "step,val/classification_error;0,0.9;10,0.1,4;|:3|3 cells under a header of 2",
                "step,val/classification_error;0,0.9;ten,0.1;|:3|expected a number of steps, found 'ten'",
                "step,val/classification_error;-1,0.9;|:2|expected a number of steps, found '-1'",
                "step,val/classification_error;1.5,0.9;|:2|expected a number of steps, found '1.5'",
                "step,val/classification_error;0,0x1;|:2|expected a number, found '0x1'",
                "step,val/classification_error;|:2|no measurements after the header",
                "step,val/loss;0,0.9;|:1|no column val/classification_error; found step, val/loss",
                "val/classification_error,step;0,0.9;|:1|the first column is 'val/classification_error', not step",
                "''|:1|no header"
            })
    void aTableIsRefusedAtItsLine(String table, String line, String problem) {
        Path file = tree.folder(64, 3).resolve("measurements.csv");
        Tree.write(file, table.replace(';', '\n'));

        assertRefused(file, line + ": ", problem);
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() {
        Path file = tree.folder(64, 3).resolve("measurements.csv");
        Tree.write(file, "step,val/classification_error\n0," + "1".repeat(1 << 17) + "\n");

        assertRefused(file, ":2: ", "a line of more than 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"trial_id\": 3,;\"status\": COMPLETE}|:2: not JSON",
                "{\"trial_id\": 3,;\"status\": \"COMPLETE\"|: not JSON",
                "{\"trial_id\": 3, \"trial_id\": 3}|:1: not JSON: Duplicate",
                "[3]|:1: expected a JSON object",
                "{\"trial_id\": 4, \"status\": \"COMPLETE\", \"parameters\": {}}|trial_id is 4 in the folder of trial 3",
                "{\"trial_id\": \"../3\", \"status\": \"COMPLETE\", \"parameters\": {}}|trial_id is \"../3\"",
                "{\"trial_id\": 3, \"status\": \"DONE\", \"parameters\": {}}|status is \"DONE\", not COMPLETE",
                "{\"trial_id\": 3, \"status\": \"COMPLETE\"}|parameters is not an object"
            })
    void metadataAreRefused(String json, String problem) {
        Path file = tree.folder(64, 3).resolve("metadata.json");
        Tree.write(file, json.replace(';', '\n'));

        assertRefused(file, ":", problem);
    }

    @Test
    void aStudyOfAnotherBatchSizeIsRefused() {
        Path file = tree.workload().resolve("64/study.json");
        Tree.write(file, "{\"batch_size\": 32, \"train_steps\": 0}");

        assertRefused(file, ": ", "batch_size is 32 in the folder of batch size 64");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Path file = tree.folder(64, 3).resolve("measurements.csv");
        Files.delete(file);

        assertRefused(file, ": ", "is missing");
    }

    @Test
    void aFolderInTheNameOfAFileIsRefused() throws IOException {
        Path file = tree.folder(64, 3).resolve("measurements.csv");
        Files.delete(file);
        Files.createDirectory(file);

        assertRefused(file, ": ", "is not a file");
    }

    @Test
    void aFolderThatIsNoTrialIsRefused() throws IOException {
        Path stray = Files.createDirectory(tree.workload().resolve("64/003"));

        assertRefused(stray, ": ", "expected a folder named by a whole number");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = folder.resolve("outside.csv");
        Tree.write(outside, "step,val/classification_error\n0,0.1\n");
        Path file = tree.folder(64, 3).resolve("measurements.csv");
        Files.delete(file);
        Files.createSymbolicLink(file, outside);
        assertRefused(file, ": ", "is a symbolic link");

        Path trial = Files.createSymbolicLink(tree.folder(64, 4), tree.folder(64, 3));
        assertRefused(trial, ": ", "is a symbolic link");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        Tree.write(tree.folder(64, 3).resolve("measurements.csv"), "step,\u001b[2J\n0,1\n");

        assertThatThrownBy(this::read).hasMessageContaining("found step, ?[2J");
    }
}
