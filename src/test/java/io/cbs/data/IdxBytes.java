package io.cbs.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Contents of IDX files for tests. */
final class IdxBytes {

    private IdxBytes() {}

    /** A header of unsigned bytes and then 0, 1, 2, ... in as many bytes as asked for. */
    static byte[] counting(int values, int... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + values);
        bytes.putInt(0x0800 + dimensions.length);
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
        }
        for (int i = 0; i < values; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    /** Images of 2 rows of 3 pixels. */
    static byte[] images(int count) {
        return counting(count * 6, count, 2, 3);
    }

    /** Labels 0, 1, 2, ... */
    static byte[] labels(int count) {
        return counting(count, count);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String write(Path file, byte[] content) {
        try {
            return Files.write(file, content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
