package io.cbs.store.exchange;

import java.nio.file.Path;

/** A tree, a goal or a target folder that cannot be used; the message names the path and, in a file, the line. */
public final class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExchangeException(String message) {
        super(printable(message));
    }

    static ExchangeException at(Path path, String problem) {
        return new ExchangeException(path + ": " + problem);
    }

    static ExchangeException at(Path file, long line, String problem) {
        return new ExchangeException(file + ":" + line + ": " + problem);
    }

    /** What a foreign tree says goes to a terminal, where control characters have effects. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n]]", "?");
    }
}
