package io.cbs.cli;

import io.cbs.fit.CsvException;
import io.cbs.fit.Curve;
import io.cbs.fit.CurveCsv;
import io.cbs.fit.CurveSource;
import io.cbs.fit.FitOptions;
import io.cbs.report.FitFormat;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cbs fit}: the critical batch size of a sweep, or of steps measured elsewhere. */
@Command(
        name = "fit",
        description = "Fits S = S_min + E_min / B and prints the critical batch size under each definition.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:fitted", "4:refused: the points carry no critical batch size", "65:bad file", "74:unreadable"
        })
public final class FitCommand implements Callable<Integer> {
    private final CurveSource results;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RESULTS|FILE.csv",
            description = "A results folder, a sweep's or imported, or a table of batch and steps.")
    private Path from;

    @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES}.", defaultValue = "table")
    private FitFormat format;

    @Option(names = "--unit", description = "What batch sizes in a CSV file count.", defaultValue = "examples")
    private String unit;

    private FitOptions options = FitOptions.defaults();

    /** @param results reads results folders */
    public FitCommand(CurveSource results) {
        this.results = results;
    }

    @Option(names = "--reference-batch", paramLabel = "N", description = "Also give overheads relative to B = N.")
    void referenceBatch(double batch) {
        try {
            options = FitOptions.withReferenceBatch(batch);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--reference-batch: " + e.getMessage());
        }
    }

    @Override
    public Integer call() {
        try {
            return FitPrinter.print(spec.commandLine().getOut(), curves(), options, format)
                    .code();
        } catch (CsvException e) {
            return fail(65, e.getMessage());
        } catch (MalformedInputException e) {
            return fail(65, from + ": not UTF-8 text; expected a results folder or a CSV file");
        } catch (NoSuchFileException e) {
            return fail(74, "cbs fit: no such file or folder: " + from);
        } catch (IOException e) {
            return fail(74, "cbs fit: cannot read " + from + ": " + e.getMessage());
        }
    }

    private List<Curve> curves() throws IOException, CsvException {
        return Files.isDirectory(from)
                ? results.read(from)
                : List.of(CurveCsv.parse(from.toString(), Files.readString(from), unit));
    }

    private int fail(int code, String message) {
        spec.commandLine().getErr().println(message);
        return code;
    }
}
