package io.cbs.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One IDX file, plain or gzip as its first bytes say, read from front to back. Memory is taken as bytes arrive or
 * after the file's length has been checked, never because a header asks for it.
 */
final class IdxFile implements AutoCloseable {

    private static final int FIRST_CHUNK = 1 << 16;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path path;
    private final InputStream in;
    private final boolean gzip;
    private final IdxHeader header;
    private long position;
    /** What a truncated file is reported to lack, until the header says more. */
    private long expectedLength = IdxHeader.MAGIC;

    private IdxFile(Path path, InputStream raw, IdxHeader.Content content) throws IOException {
        this.path = path;
        gzip = isGzip(raw);
        in = gzip ? new GZIPInputStream(raw, FIRST_CHUNK) : raw;
        int dimensions = IdxHeader.dimensions(path, read(IdxHeader.MAGIC), content);
        expectedLength += (long) Integer.BYTES * dimensions;
        header = IdxHeader.of(path, read(Integer.BYTES * dimensions));
        expectedLength = header.fileLength();
        if (!gzip && Files.isRegularFile(path)) {
            checkLength(Files.size(path));
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws DataException if it cannot be read, is not IDX with unsigned bytes, or does not hold such content
     */
    static IdxFile open(Path path, IdxHeader.Content content) {
        if (Files.isDirectory(path)) {
            throw new DataException(path, "a file", "a directory", "name the file in it");
        }
        InputStream raw = null;
        try {
            raw = new BufferedInputStream(Files.newInputStream(path), FIRST_CHUNK);
            return new IdxFile(path, raw, content);
        } catch (IOException e) {
            closeAfter(e, raw);
            throw unreadable(path, e);
        } catch (DataException e) {
            closeAfter(e, raw);
            throw e;
        }
    }

    /** The declared shape. */
    IdxHeader header() {
        return header;
    }

    /** The file's path, for messages. */
    Path path() {
        return path;
    }

    /**
     * Reads the next examples.
     *
     * @throws DataException if the file ends before, is damaged, or the examples do not fit an array
     */
    byte[] take(int examples) {
        long length = (long) examples * header.exampleSize();
        if (length > LARGEST_ARRAY) {
            throw new DataException(
                    path,
                    "at most " + LARGEST_ARRAY / header.exampleSize() + " examples of this size in one part",
                    Integer.toString(examples),
                    "use fewer by a split");
        }
        try {
            return read((int) length);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Reads to the end.
     *
     * @throws DataException if the file ends before or after the place that its header says
     */
    void expectEnd() {
        byte[] chunk = new byte[FIRST_CHUNK];
        try {
            int got = readSome(chunk, 0);
            while (got >= 0) {
                position += got;
                got = position > expectedLength ? -1 : readSome(chunk, 0);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        checkLength(position);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private byte[] read(int length) throws IOException {
        byte[] out = new byte[gzip || !Files.isRegularFile(path) ? Math.min(length, FIRST_CHUNK) : length];
        int filled = 0;
        while (filled < length) {
            if (filled == out.length) {
                out = Arrays.copyOf(out, (int) Math.min(length, 2L * filled));
            }
            int got = readSome(out, filled);
            if (got < 0) {
                throw truncated(position);
            }
            filled += got;
            position += got;
        }
        return out;
    }

    /** Like {@link InputStream#read(byte[], int, int)}; the end of truncated gzip data is an end like any other. */
    private int readSome(byte[] out, int offset) throws IOException {
        try {
            return in.read(out, offset, out.length - offset);
        } catch (EOFException e) {
            return -1;
        }
    }

    private void checkLength(long length) {
        if (length < expectedLength) {
            throw truncated(length);
        }
        if (length > expectedLength) {
            throw new DataException(
                    path,
                    "the file to end after " + expectedLength + bytes() + " (" + header.describe() + ")",
                    (gzip ? "at least " : "") + (length - expectedLength) + " more",
                    "the file is damaged; fetch it again");
        }
    }

    private DataException truncated(long length) {
        String shape = header == null ? " or more" : " (" + header.describe() + ")";
        return new DataException(
                path,
                expectedLength + bytes() + shape,
                length == 0 ? "an empty file" : length + " (truncated)",
                "fetch the file again");
    }

    private String bytes() {
        return gzip ? " decompressed bytes" : " bytes";
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return gzip;
    }

    private static DataException unreadable(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new DataException(path, "a file", "none", "check the path in the config, or fetch the file");
        }
        if (e instanceof AccessDeniedException) {
            return new DataException(path, "a readable file", "no permission to read it", "change its permissions");
        }
        if (e instanceof EOFException) {
            return new DataException(path, "gzip data", "the start of it alone (truncated)", "fetch the file again");
        }
        if (e instanceof ZipException) {
            return new DataException(
                    path, "gzip data", "damaged data (" + e.getMessage() + ")", "fetch the file again");
        }
        return new DataException(path, "a readable file", e.toString(), "check the disk or fetch the file again");
    }

    private static void closeAfter(Exception cause, InputStream raw) {
        try {
            if (raw != null) {
                raw.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
