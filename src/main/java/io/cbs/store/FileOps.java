package io.cbs.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Every operation by which the store changes the disk; a seam, so that tests can fail or stop at any one of them. */
interface FileOps {

    /** Makes one folder whose parent exists. */
    void createDirectory(Path folder) throws IOException;

    /** Makes a file that does not exist yet, with this content. */
    void create(Path file, byte[] content) throws IOException;

    /** Adds to a file in one write, making the file where there is none. */
    void append(Path file, byte[] content) throws IOException;

    /** Returns when a file's content, or a folder's entries, have reached the disk. */
    void force(Path fileOrFolder) throws IOException;

    /** {@link #force} for each, in any order; returns or throws when none is under way any more. */
    default void forceAll(List<Path> filesAndFolders) throws IOException {
        for (Path path : filesAndFolders) {
            force(path);
        }
    }

    /** Renames within a file system: other processes see the old state or the new one. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file, a link itself, or an empty folder. */
    void delete(Path path) throws IOException;
}
