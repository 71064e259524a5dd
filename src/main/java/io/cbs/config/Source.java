package io.cbs.config;

import java.nio.file.Path;

/**
 * A file that a config is read from.
 *
 * @param name the file as the user named it
 * @param folder where its relative paths start
 * @param prefix pointer of the file's top level within the whole config: empty, or {@code /workload}
 */
record Source(String name, Path folder, String prefix) {

    static Source of(Path file, String prefix) {
        return new Source(file.toString(), file.toAbsolutePath().getParent(), prefix);
    }

    /** The place where a problem of the whole file is reported. */
    Mark start() {
        return new Mark(this, 1, 1);
    }
}
