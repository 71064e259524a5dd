package io.cbs.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What every command is given.
 *
 * @param out results
 * @param err progress and problems
 * @param home the folder with {@code workloads} and {@code configs}
 */
record Console(PrintStream out, PrintStream err, Path home) {}
