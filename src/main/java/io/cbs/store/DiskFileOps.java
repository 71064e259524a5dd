package io.cbs.store;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The real disk. Never follows a symbolic link in a path's last component. */
final class DiskFileOps implements FileOps {
    /** Journals commit together what is forced at the same time: 16 at once take a tenth of the time of one by one. */
    private static final int FORCED_AT_ONCE = 16;

    @Override
    public void createDirectory(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    }

    private static void write(Path file, byte[] content, OpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        boolean folder = Files.isDirectory(fileOrFolder, LinkOption.NOFOLLOW_LINKS);
        if (folder && File.separatorChar == '\\') {
            return; // Windows opens no folders and orders their changes itself.
        }
        StandardOpenOption mode = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(fileOrFolder, mode)) {
            channel.force(true);
        }
    }

    @Override
    public void forceAll(List<Path> filesAndFolders) throws IOException {
        int count = Math.min(FORCED_AT_ONCE, filesAndFolders.size());
        if (count <= 1) {
            FileOps.super.forceAll(filesAndFolders);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (Path path : filesAndFolders) {
                tasks.add(() -> {
                    force(path);
                    return null;
                });
            }
            for (Future<Void> forced : threads.invokeAll(tasks)) {
                forced.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the disk");
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
