package io.cbs.config;

import java.nio.file.Path;

/**
 * A file that a config is read from.
 *
 * @param file the file as the user named it
 * @param prefix pointer of the file's top level within the whole config: empty, or {@code /workload}
 */
record Source(Path file, String prefix) {

    /** The file in problems. */
    String name() {
        return file.toString();
    }

    /** The place where a problem of the whole file is reported. */
    Mark start() {
        return new Mark(this, 1, 1);
    }
}
