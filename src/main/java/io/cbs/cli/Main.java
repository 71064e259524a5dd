package io.cbs.cli;

import io.cbs.config.ConfigReader;
import io.cbs.fit.FolderCurves;
import io.cbs.fit.ImportedCurves;
import io.cbs.fit.SweepCurves;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /** Runs one command line and returns the exit code; the process is left as it was. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        Path home = Path.of(System.getProperty("cbs.home", ""));
        CommandLine commandLine = commandLine(new Console(out, err, home));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler(new Failures(err));
        commandLine.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.help());
        return commandLine.execute(args);
    }

    /** Every command there is. */
    private static CommandLine commandLine(Console console) {
        return new CommandLine(new CbsCommand())
                .addSubcommand(new ValidateCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new SweepCommand(console))
                .addSubcommand(new FitCommand(
                        new FolderCurves(new SweepCurves(new ConfigReader(console.home())), new ImportedCurves())))
                .addSubcommand(new CommandLine(new ImportCommand()).addSubcommand(new ImportDatabaseCommand(console)))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new SelfTestCommand(console))
                .addSubcommand(new SchemaCommand(console));
    }

    /** The platform's encoding would lose characters under {@code LANG=C}. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
