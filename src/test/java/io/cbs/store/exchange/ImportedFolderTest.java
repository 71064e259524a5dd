package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFolderTest {
    @TempDir
    Path root;

    private Tree tree;
    private ImportedFolder folder;

    @BeforeEach
    void plant() {
        String parameters = "\"learning_rate\": 0.1, \"momentum\": 0.95, \"decay_steps\": 400, \"kind\": \"linear\"";
        tree = new Tree(root.resolve("tree")).study(64).study(128);
        tree.trial(64, 3, "COMPLETE", parameters, "step,val/classification_error\n0,0.9\n10,0.1\n");
        tree.trial(128, 3, "COMPLETE", "0,0.9 10,0.5");
        folder = ImportedFolder.at(root.resolve("results/name"));
    }

    private ImportRecord record(String source, String goal) {
        ImportRules rules = new ImportRules(List.of(Target.parse(goal)), OptionalInt.of(1));
        return new BatchScienceImport(WorkloadFolder.only(tree.root()), rules).read(source);
    }

    @Test
    void aRecordReadsBackTheSame() {
        ImportRecord record = record("here", "val/classification_error<0.3");

        assertThat(folder.publish(record)).isTrue();

        assertThat(folder.read()).isEqualTo(record);
        assertThat(ImportedFolder.is(folder.path())).isTrue();
    }

    @Test
    void theSameImportAgainChangesNothingWhereverTheTreeLies() throws IOException {
        folder.publish(record("here", "val/classification_error<0.3"));
        byte[] before = Files.readAllBytes(folder.path().resolve("import.json"));

        assertThat(folder.publish(record("there", "val/classification_error<0.3")))
                .isFalse();
        assertThat(folder.path().resolve("import.json")).hasBinaryContent(before);
    }

    @Test
    void anotherImportIntoTheSameFolderIsRefused() {
        folder.publish(record("here", "val/classification_error<0.3"));

        assertThatThrownBy(() -> folder.publish(record("here", "val/classification_error<0.2")))
                .hasMessageContaining("holds an import of other files or by other rules");
        tree.trial(128, 3, "COMPLETE", "0,0.9 10,0.51");
        assertThatThrownBy(() -> folder.publish(record("here", "val/classification_error<0.3")))
                .hasMessageContaining("holds an import of other files or by other rules");
    }

    @Test
    void aFolderOfAnotherKindIsRefused() throws IOException {
        Files.createDirectories(folder.path());

        assertThatThrownBy(() -> folder.publish(record("here", "val/classification_error<0.3")))
                .hasMessageContaining("is no imported folder");
        assertThat(folder.path()).isEmptyDirectory();
    }

    @Test
    void aDamagedRecordIsRefused() throws IOException {
        folder.publish(record("here", "val/classification_error<0.3"));
        Path file = folder.path().resolve("import.json");
        String good = Files.readString(file);
        for (String bad : new String[] {
            good.substring(0, good.length() / 2),
            "{}",
            "[]",
            good.replace("\"schema_version\" : 1", "\"schema_version\" : 2"),
            good.replace("\"batch_size\" : 64", "\"batch\" : 64")
        }) {
            Files.writeString(file, bad);
            assertThatThrownBy(folder::read)
                    .isInstanceOf(ExchangeException.class)
                    .hasMessageContaining("import.json");
        }
    }
}
