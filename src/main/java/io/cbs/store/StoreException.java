package io.cbs.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The results folder could not be read or written: no space, no permission, a broken disk, or something in the way. The
 * message names the path, the cause and what to do next. What was published before stays valid.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String RUN_AGAIN = "and run the same command again; finished studies are kept";

    private final transient Path path;

    StoreException(Path path, String problem, Throwable cause) {
        super(path + ": " + problem, cause);
        this.path = path;
    }

    static StoreException writing(Path path, Exception cause) {
        String action = cause instanceof AccessDeniedException
                ? "make the folder writable "
                : cause instanceof NoSuchFileException ? "choose a folder that can be made " : "free space ";
        return new StoreException(path, "cannot be written: " + text(cause) + "; " + action + RUN_AGAIN, cause);
    }

    /** A file or folder that cannot be read. */
    public static StoreException reading(Path path, Exception cause) {
        return new StoreException(
                path, "cannot be read: " + text(cause) + "; make the folder readable " + RUN_AGAIN, cause);
    }

    /** The file or folder that the problem is about. */
    public Path path() {
        return path;
    }

    private static String text(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "already there";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
