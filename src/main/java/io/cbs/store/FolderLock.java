package io.cbs.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One writer per results folder, by the operating system's lock on {@code .lock}: it is free at once when its holder
 * ends, however it ends. The holder's description lies beside it in {@code .lock.json}, not in the locked file: POSIX
 * drops a process's locks on a file when the process closes any descriptor of it, so the file must be opened by nobody
 * else in this process.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = ".lock";
    static final String HOLDER_FILE = ".lock.json";

    private final Path holderFile;
    private final FileChannel channel;
    private final AtomicFiles files;

    private FolderLock(Path holderFile, FileChannel channel, AtomicFiles files) {
        this.holderFile = holderFile;
        this.channel = channel;
        this.files = files;
    }

    /** Takes the lock or throws {@link LockedException}; never waits. */
    static FolderLock acquire(Path folder, LockHolder self, AtomicFiles files) {
        Path holderFile = folder.resolve(HOLDER_FILE);
        Optional<LockHolder> holder = LockHolder.read(holderFile);
        if (holder.isPresent() && holder.get().isSameProcessAs(self)) {
            throw new LockedException(folder, holder);
        }
        FileChannel channel = lock(folder, holderFile);
        FolderLock lock = new FolderLock(holderFile, channel, files);
        try {
            files.replace(holderFile, self.encode());
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    private static FileChannel lock(Path folder, Path holderFile) {
        Path file = folder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw new LockedException(folder, LockHolder.read(holderFile));
            }
            return channel;
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Frees the folder. The lock file stays: deleting it would let two later runs lock two different files. */
    @Override
    public void close() {
        try (channel) {
            files.deleteQuietly(holderFile);
        } catch (IOException e) {
            throw StoreException.writing(holderFile.resolveSibling(FILE), e);
        }
    }
}
