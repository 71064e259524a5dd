package io.cbs.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that stops working at its n-th operation: with an exception once, or by a crash after which nothing works. */
final class FaultyDisk implements FileOps {
    /** The process is gone. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileOps disk = new DiskFileOps();
    private final int failAt;
    private final boolean crash;
    private int operations;

    FaultyDisk(int failAt, boolean crash) {
        this.failAt = failAt;
        this.crash = crash;
    }

    boolean failed() {
        return operations >= failAt;
    }

    private boolean fails() {
        operations++;
        return crash ? operations >= failAt : operations == failAt;
    }

    private void step() throws IOException {
        if (fails()) {
            fail();
        }
    }

    private void fail() throws IOException {
        if (crash) {
            throw new Crash();
        }
        throw new IOException("No space left on device");
    }

    @Override
    public void createDirectory(Path folder) throws IOException {
        step();
        disk.createDirectory(folder);
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        boolean first = !failed();
        if (fails()) {
            if (first) {
                disk.create(file, half(content));
            }
            fail();
        }
        disk.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        boolean first = !failed();
        if (fails()) {
            if (first) {
                disk.append(file, half(content));
            }
            fail();
        }
        disk.append(file, content);
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        step();
        disk.force(fileOrFolder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        disk.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        disk.delete(path);
    }
}
