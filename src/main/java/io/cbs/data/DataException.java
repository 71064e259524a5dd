package io.cbs.data;

import java.nio.file.Path;

/** A data set cannot be had. The message names the file, what was expected, what was found and what to do. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataException(String subject, String expected, String found, String action) {
        super(subject + ": expected " + expected + ", found " + found + "; " + action);
    }

    DataException(Path file, String expected, String found, String action) {
        this(file.toString(), expected, found, action);
    }
}
