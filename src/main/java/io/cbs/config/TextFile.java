package io.cbs.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a config's bytes, bounded and strictly as UTF-8. */
final class TextFile {
    private static final int MAX_BYTES = 1_000_000;

    private TextFile() {}

    /** The text, or empty with a problem added. */
    static Optional<String> read(Path file, Source source, Problems problems) {
        if (!Files.exists(file)) {
            return refuse(source.start(), problems, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            return refuse(source.start(), problems, "this is a folder, not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
        if (bytes.length > MAX_BYTES) {
            return refuse(source.start(), problems, "the file is larger than 1 MB");
        }
        return decode(bytes, source, problems);
    }

    private static Optional<String> decode(byte[] bytes, Source source, Problems problems) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
            int column = decoded.length() - decoded.lastIndexOf('\n');
            return refuse(new Mark(source, line, column), problems, "not UTF-8; save the file as UTF-8");
        }
        // Some editors start a file with a byte order mark.
        return Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    private static Optional<String> refuse(Mark mark, Problems problems, String message) {
        problems.add(mark, mark.source().prefix(), message);
        return Optional.empty();
    }
}
