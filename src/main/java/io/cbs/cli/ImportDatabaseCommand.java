package io.cbs.cli;

import io.cbs.report.ImportText;
import io.cbs.store.exchange.BatchScienceImport;
import io.cbs.store.exchange.ImportRecord;
import io.cbs.store.exchange.ImportRules;
import io.cbs.store.exchange.ImportedFolder;
import io.cbs.store.exchange.Target;
import io.cbs.store.exchange.WorkloadFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cbs import batch-science}: the database of Shallue et al., or a tree in its layout. */
@Command(
        name = "batch-science",
        description = {
            "Read one workload of the database of Shallue et al. (JMLR 20(112), 2019), or of a tree in its layout, by its"
                    + " authors' rules: strictly better than the goal, the fewest steps over the first complete trials.",
            "Makes a results folder for cbs fit. The same import again changes nothing."
        })
final class ImportDatabaseCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = "A folder dataset/model/optimizer, or one above it with a single workload in it.")
    private Path from;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "The results folder to make. Default: results/DATASET-MODEL-OPTIMIZER.")
    private Path into;

    @Option(
            names = "--goal",
            paramLabel = "METRIC<VALUE",
            description = "Such as val/classification_error<0.3, or with > where larger is better; quote it for the"
                    + " shell. More than once for several goals. Default: the goal of the paper's figure 1.")
    private List<String> goals = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N|all",
            description = "How many complete trials count at each batch size, the first by id; fewer are an error."
                    + " Default: 100, or as many as in the paper's figure 1.")
    private String trials;

    ImportDatabaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OptionalInt wanted = wantedTrials();
        WorkloadFolder workload = WorkloadFolder.only(from);
        List<Target> targets = goals.isEmpty()
                ? BatchScienceImport.paperTargets(workload)
                : goals.stream().map(Target::parse).distinct().toList();
        OptionalInt counted = trials == null ? BatchScienceImport.paperTrials(workload) : wanted;
        ImportedFolder folder = ImportedFolder.at(into == null ? defaultFolder(workload) : into);
        ImportRecord record = new BatchScienceImport(workload, new ImportRules(targets, counted)).read(from.toString());
        boolean made = folder.publish(record);
        console.out().print(ImportText.of(record));
        console.out().println((made ? "made " : "already there: ") + folder.path());
        return ExitCode.OK.code();
    }

    private OptionalInt wantedTrials() {
        if (trials == null || trials.equals(ALL)) {
            return OptionalInt.empty();
        }
        if (!trials.matches("[1-9]\\d{0,8}")) {
            throw new ParameterException(
                    spec.commandLine(), "--trials: expected a whole number above 0 or all, found '" + trials + "'");
        }
        return OptionalInt.of(Integer.parseInt(trials));
    }

    private static Path defaultFolder(WorkloadFolder workload) {
        return Path.of("results", workload.dataset() + "-" + workload.model() + "-" + workload.optimizer());
    }
}
