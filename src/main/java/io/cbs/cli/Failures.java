package io.cbs.cli;

import io.cbs.config.ConfigException;
import io.cbs.data.DataException;
import io.cbs.nn.Layer.ShapeException;
import io.cbs.program.EngineUnavailableException;
import io.cbs.program.ProgramException;
import io.cbs.run.SweepFailedException;
import io.cbs.store.LockedException;
import io.cbs.store.StoreException;
import io.cbs.store.exchange.ExchangeException;
import io.cbs.train.DeviceException;
import io.cbs.train.StopSignal.StoppedException;
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
        if (failure instanceof StoppedException) {
            return ExitCode.TERMINATED.code();
        }
        if (failure instanceof LockedException) {
            return problem(failure, ExitCode.LOCKED);
        }
        if (failure instanceof SweepFailedException || failure instanceof ProgramException) {
            return problem(failure, ExitCode.TRIALS_FAILED);
        }
        if (failure instanceof DataException
                || failure instanceof ExchangeException
                || failure instanceof ShapeException
                || failure instanceof DeviceException) {
            return problem(failure, ExitCode.BAD_CONFIG);
        }
        if (failure instanceof UncheckedIOException
                || failure instanceof StoreException
                || failure instanceof EngineUnavailableException) {
            return problem(failure, ExitCode.IO);
        }
        return bug(failure, command);
    }

    private int problem(Exception failure, ExitCode code) {
        err.println("cbs: " + failure.getMessage());
        return code.code();
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
