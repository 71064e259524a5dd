package io.cbs.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A folder made beside its place and moved there in one rename, after everything in it has reached the disk: readers
 * and crashes see all of it or nothing. Throws {@link StoreException} where the disk or something in the way prevents it.
 */
public final class StagedFolder implements AutoCloseable {
    /** Marks a results folder of curves from elsewhere. */
    public static final String IMPORT_FILE = Names.IMPORT;

    private static final String STAGING = ".staging";

    private final Path target;
    private final Path staging;
    private final AtomicFiles files;
    private final Set<Path> written = new LinkedHashSet<>();

    private StagedFolder(Path target, AtomicFiles files) {
        this.target = target;
        this.staging = target.resolveSibling("." + target.getFileName() + STAGING);
        this.files = files;
    }

    /**
     * Starts a folder; those above it are made where they are missing.
     *
     * @param target where it will be; nothing may be there
     */
    public static StagedFolder open(Path target) {
        return open(target, new DiskFileOps());
    }

    static StagedFolder open(Path target, FileOps ops) {
        Path path = target.toAbsolutePath().normalize();
        StagedFolder staged = new StagedFolder(path, new AtomicFiles(ops));
        staged.requireFree();
        staged.files.ensureFolders(path.getParent());
        try {
            // A fixed name, made only where there is none: two at once cannot mix their files.
            ops.createDirectory(staged.staging);
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(
                    staged.staging,
                    "another command is writing this folder, or was killed while it was; in that case delete it",
                    e);
        } catch (IOException e) {
            throw StoreException.writing(staged.staging, e);
        }
        return staged;
    }

    private void requireFree() {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoreException(target, "is there already, and nothing is written over it", null);
        }
    }

    /** Adds to a file, making it and the folders above it where there are none. */
    public void append(Path inside, byte[] content) {
        Path file = staging.resolve(inside).normalize();
        if (!file.startsWith(staging) || file.equals(staging)) {
            throw new IllegalArgumentException("not inside the folder: " + inside);
        }
        files.ensureFolders(file.getParent());
        try {
            files.ops().append(file, content);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
        for (Path path = file; !path.equals(staging.getParent()); path = path.getParent()) {
            written.add(path);
        }
    }

    /** Moves the folder to its place. */
    public void publish() {
        try {
            for (Path path : written) {
                files.ops().force(path);
            }
        } catch (IOException e) {
            throw StoreException.writing(staging, e);
        }
        requireFree();
        files.rename(staging, target);
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        files.deleteTree(staging);
    }
}
