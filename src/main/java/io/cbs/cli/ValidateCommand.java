package io.cbs.cli;

import io.cbs.config.ConfigReader;
import io.cbs.config.ConfigWriter;
import io.cbs.config.SweepConfig;
import io.cbs.plan.Planner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cbs validate}: every problem of a config at once; starts and creates nothing. */
@Command(name = "validate", description = "Report every problem of a sweep config; start nothing.")
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The sweep config.")
    private Path file;

    @Option(names = "--print", description = "Print the config as JSON with every default filled in.")
    private boolean print;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SweepConfig config = new ConfigReader(console.home()).read(file);
        if (print) {
            console.out().print(ConfigWriter.json(config));
        } else {
            PlanTotals totals = PlanTotals.of(Planner.plan(config));
            console.out().println(file + ": valid; " + totals);
        }
        return ExitCode.OK.code();
    }
}
