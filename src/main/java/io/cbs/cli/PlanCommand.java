package io.cbs.cli;

import io.cbs.config.ConfigReader;
import io.cbs.plan.Plan;
import io.cbs.plan.Planner;
import io.cbs.plan.Trial;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cbs plan}: every trial of a sweep and why it will run; loads no engine and creates nothing. */
@Command(name = "plan", description = "List every trial of a sweep with its reason to run; start nothing.")
final class PlanCommand implements Callable<Integer> {
    /** How the plan is printed. */
    enum Format {
        table,
        json
    }

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The sweep config.")
    private Path file;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder of all results; trials published there need not run. Default: ${DEFAULT-VALUE}.")
    private Path results;

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format;

    PlanCommand(Console console) {
        this.console = console;
    }

    PlanCommand(Console console, Path file, Path results) {
        this(console);
        this.file = file;
        this.results = results;
        this.format = Format.table;
    }

    @Override
    public Integer call() {
        Plan plan = Planner.plan(new ConfigReader(console.home()).read(file));
        Function<Trial, TrialStatus> status = new PublishedStatus(results).apply(plan);
        console.out().print(format == Format.json ? PlanText.json(plan, status) : PlanText.table(plan, status));
        return ExitCode.OK.code();
    }
}
