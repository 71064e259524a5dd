package io.cbs.cli;

import io.cbs.config.ConfigException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into lines for people and an exit code. */
final class Failures implements IExecutionExceptionHandler {
    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof ConfigException config) {
            config.problems().forEach(err::println);
            int count = config.problems().size();
            err.println(count + (count == 1 ? " problem" : " problems") + "; nothing was started");
            return ExitCode.BAD_CONFIG.code();
        }
        if (failure instanceof UncheckedIOException) {
            err.println("cbs: " + failure.getMessage());
            return ExitCode.IO.code();
        }
        return bug(failure, command);
    }

    private int bug(Exception failure, CommandLine command) {
        CbsCommand root = (CbsCommand) command.getCommandSpec().root().userObject();
        String what = failure.toString().lines().findFirst().orElse("");
        err.println("cbs: this is a bug: " + what + (root.debug() ? "" : " (run again with --debug for details)"));
        if (root.debug()) {
            failure.printStackTrace(err);
        }
        return ExitCode.BUG.code();
    }
}
