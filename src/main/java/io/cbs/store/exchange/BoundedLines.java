package io.cbs.store.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a foreign text file, one at a time; none may be long enough to fill the memory. */
final class BoundedLines {
    private static final int LONGEST = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    BoundedLines(Path file, InputStream in) {
        this.file = file;
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line without its end, which is LF or CR LF.
     *
     * @throws ExchangeException where a line is too long, or the last one has no end: a torn number can still be read
     *     as one, so such a line may not count
     */
    Optional<String> next() throws IOException {
        line.reset();
        number++;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (b < 0) {
                throw problem("the last line has no end: the file is torn");
            }
            if (line.size() >= LONGEST) {
                throw problem("a line of more than " + LONGEST + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** A problem with the line that was read last. */
    ExchangeException problem(String what) {
        return ExchangeException.at(file, number, what);
    }
}
