package io.cbs.cli;

import io.cbs.config.ConfigReader;
import io.cbs.config.SweepConfig;
import io.cbs.fit.Curve;
import io.cbs.fit.FitOptions;
import io.cbs.fit.SweepCurves;
import io.cbs.measure.StudyResult;
import io.cbs.measure.TrialEnd;
import io.cbs.report.FitFormat;
import io.cbs.run.Sweep;
import io.cbs.train.StopSignal;
import io.cbs.train.StopSignal.StoppedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cbs sweep}: runs what is missing of a sweep, then fits it. */
@Command(
        name = "sweep",
        description = {
            "Train at every batch size, with the learning rate tuned at each, and fit steps against batch size.",
            "The same command again continues, and when all is done prints the same table."
        })
final class SweepCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The sweep config.")
    private Path file;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder of all results; the sweep's own is below it. Default: ${DEFAULT-VALUE}.")
    private Path results;

    @Option(
            names = "--progress",
            paramLabel = "FORM",
            defaultValue = "auto",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Progress.Form progress;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Of the fit: one of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private FitFormat format;

    @Option(names = "--dry-run", description = "List the trials as cbs plan does; start nothing.")
    private boolean dryRun;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SweepConfig config = new ConfigReader(console.home()).read(file);
        if (dryRun) {
            return new PlanCommand(console, file, results).call();
        }
        StopSignal stop = new StopSignal();
        List<String> command = new ArrayList<>(List.of("cbs"));
        command.addAll(spec.commandLine().getParseResult().originalArgs());
        List<StudyResult> studies = Signals.stopping(stop, () -> train(config, stop, command));
        List<Curve> curves = new SweepCurves(new ConfigReader(console.home())).read(results.resolve(config.name()));
        ExitCode fitted = FitPrinter.print(spec.commandLine().getOut(), curves, FitOptions.defaults(), format);
        boolean failed = studies.stream().anyMatch(study -> study.ends().containsKey(TrialEnd.FAILED));
        return (failed ? ExitCode.TRIALS_FAILED : fitted).code();
    }

    private List<StudyResult> train(SweepConfig config, StopSignal stop, List<String> command) {
        try (Progress view = Progress.of(progress, config, console.err())) {
            return new Sweep(config, stop, view).run(results, command);
        } catch (StoppedException e) {
            // Not later: as soon as the signals are unbound, the process ends.
            console.err()
                    .println(
                            "cbs: stopped; finished batch sizes are kept, and the same command continues with the others");
            throw e;
        }
    }
}
