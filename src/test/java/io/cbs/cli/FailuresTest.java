package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Command(name = "fail")
    private record Failing(RuntimeException failure) implements Runnable {
        @Override
        public void run() {
            throw failure;
        }
    }

    @Test
    void reportsABugInOneLine() {
        assertThat(run(new IllegalStateException("index 3\nof 2"), "fail")).isEqualTo(ExitCode.BUG.code());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("cbs: this is a bug: java.lang.IllegalStateException: index 3"
                        + " (run again with --debug for details)\n");
    }

    @Test
    void showsTheStackTraceWhenAsked() {
        assertThat(run(new IllegalStateException("index 3"), "--debug", "fail")).isEqualTo(ExitCode.BUG.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat io.cbs.cli.FailuresTest");
    }

    @Test
    void reportsFailedInputOrOutputWithCode74() {
        assertThat(run(new UncheckedIOException("cannot write x: disk full", new IOException()), "fail"))
                .isEqualTo(ExitCode.IO.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("cbs: cannot write x: disk full\n");
    }

    private int run(RuntimeException failure, String... args) {
        return new CommandLine(new CbsCommand())
                .addSubcommand(new Failing(failure))
                .setExecutionExceptionHandler(new Failures(new PrintStream(err, true, StandardCharsets.UTF_8)))
                .execute(args);
    }
}
