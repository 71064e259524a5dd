package io.cbs.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Changes to the disk that a crash, a full disk or a reader beside finds either not made or made. */
final class AtomicFiles {
    private static final String TEMPORARY = ".tmp";

    private final FileOps ops;

    AtomicFiles(FileOps ops) {
        this.ops = ops;
    }

    /** Writes a whole file, replacing what was there. */
    void replace(Path file, byte[] content) {
        // One writer per folder, so a fixed name does, and the next run clears what a killed one left.
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        try {
            ops.delete(temporary);
            ops.create(temporary, content);
            ops.force(temporary);
            ops.move(temporary, file);
            ops.force(file.getParent());
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw StoreException.writing(file, e);
        }
    }

    /** Makes the folder, and it stays after a crash. Its parent must exist. */
    void ensureFolder(Path folder) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            ops.createDirectory(folder);
            ops.force(folder.getParent());
        } catch (FileAlreadyExistsException e) {
            // Two runs may start at once; what the other made will do, if it is a folder.
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw StoreException.writing(folder, e);
            }
        } catch (IOException e) {
            throw StoreException.writing(folder, e);
        }
    }

    /** Makes the folder and those above it. Existing ones may be links: they are the user's choice. */
    void ensureFolders(Path folder) {
        if (!Files.isDirectory(folder)) {
            if (folder.getParent() != null) {
                ensureFolders(folder.getParent());
            }
            ensureFolder(folder);
        }
    }

    /** Renames a folder or file to a name that is not taken. */
    void rename(Path from, Path to) {
        try {
            ops.move(from, to);
            ops.force(to.getParent());
        } catch (IOException e) {
            throw StoreException.writing(to, e);
        }
    }

    /** Deletes a folder and all in it, links themselves and not what they point to. */
    void deleteTree(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    ops.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                    if (e != null) {
                        throw e;
                    }
                    ops.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw StoreException.writing(folder, e);
        }
    }

    /** Clears away what is of no use any more; what cannot be deleted now is deleted by the next run. */
    void deleteQuietly(Path file) {
        try {
            ops.delete(file);
        } catch (IOException e) {
            return;
        }
    }

    FileOps ops() {
        return ops;
    }
}
