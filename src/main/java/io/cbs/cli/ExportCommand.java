package io.cbs.cli;

import io.cbs.config.ConfigReader;
import io.cbs.config.SweepConfig;
import io.cbs.store.Finding;
import io.cbs.store.ResultsReader;
import io.cbs.store.exchange.SweepExport;
import io.cbs.store.exchange.SweepExport.Exported;
import io.cbs.store.exchange.SweepExport.Layout;
import io.cbs.store.exchange.TrialStatus;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cbs export}: a sweep's published trials for other programs. */
@Command(
        name = "export",
        description = {
            "Write a sweep's published trials as the database of Shallue et al. lays them out, or as flat tables.",
            "Reached, not reached and stalled trials are COMPLETE there, diverged ones INFEASIBLE; beaten trials are"
                    + " censored, so they are INCOMPLETE, as are failed ones."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RESULTS", description = "The results folder of one sweep.")
    private Path results;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "Where the tree, or the tables, are put; nothing is written over.")
    private Path to;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "batch-science",
            description = "One of ${COMPLETION-CANDIDATES}: the tree, or trials.csv and measurements.csv. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Layout layout;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ResultsReader reader = ResultsReader.open(results);
        SweepConfig config = new ConfigReader(console.home()).read(reader.path().resolve(ResultsReader.CONFIG));
        Exported exported = new SweepExport(reader, config).write(to, layout);
        for (Finding finding : exported.findings()) {
            console.err().println("cbs: " + finding);
        }
        if (exported.passedOver() > 0) {
            console.err().println("cbs: " + exported.passedOver() + " published trials of other configs left out");
        }
        console.out().println("made " + exported.folder() + ": " + counts(exported.trials()));
        return ExitCode.OK.code();
    }

    private static String counts(Map<TrialStatus, Integer> trials) {
        return trials.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "", " trials"));
    }
}
