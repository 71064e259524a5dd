package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileOpsTest {
    @TempDir
    Path folder;

    private final FileOps disk = new DiskFileOps();

    @Test
    void bringsFilesAndFoldersToTheDiskTogether() throws IOException {
        List<Path> paths = paths();
        assertThatCode(() -> disk.forceAll(paths)).doesNotThrowAnyException();
        assertThatCode(() -> disk.forceAll(paths.subList(0, 1))).doesNotThrowAnyException();
        assertThatCode(() -> disk.forceAll(List.of())).doesNotThrowAnyException();
    }

    @Test
    void oneOfManyThatCannotReachTheDiskIsReported() throws IOException {
        for (int missing : List.of(0, 50, 99)) {
            List<Path> paths = paths();
            Path path = folder.resolve("missing");
            paths.set(missing, path);
            assertThatThrownBy(() -> disk.forceAll(paths))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(path.toString());
        }
    }

    private List<Path> paths() throws IOException {
        List<Path> paths = new ArrayList<>(List.of(folder));
        for (int i = 1; i < 100; i++) {
            paths.add(Files.writeString(folder.resolve("f" + i), "content"));
        }
        return paths;
    }
}
