package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.fit.Curve;
import io.cbs.fit.CurvePoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Steps of the 151M model of Zhang et al. 2024, through the command, against outputs read over by hand. */
class FitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void copyTheTable() throws IOException {
        file = write("zhang151m.csv", resource("zhang151m.csv"));
    }

    @ParameterizedTest
    @CsvSource({"table, zhang151m.txt", "json, zhang151m.json", "csv, zhang151m-points.csv"})
    void eachFormatPrintsTheWholeFit(String format, String expected) throws IOException {
        int code = run(file, "--reference-batch", "256", "--unit", "sequences", "--format", format);

        assertThat(rounded(out.toString().replace(file, "zhang151m.csv"))).isEqualTo(rounded(resource(expected)));
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
    }

    @ParameterizedTest
    @CsvSource({"table, refused.txt", "json, refused.json", "csv, refused.csv"})
    void eachFormatSaysWhyItRefuses(String format, String expected) throws IOException {
        String steep = write("steep.csv", "batch,steps\n1,4000\n2,2050\n4,1020\n8,500\n16,260\n32,\n");

        int code = run(steep, "--format", format);

        assertThat(rounded(out.toString().replace(steep, "steep.csv"))).isEqualTo(rounded(resource(expected)));
        assertThat(code).isEqualTo(4);
    }

    @Test
    void thePointsPrintedAsCsvFitToTheSameResult() throws IOException {
        run(file, "--format", "csv");
        String again = write("again.csv", out.toString());
        out.getBuffer().setLength(0);
        run(file, "--format", "json");
        String first = out.toString().replace(file, "F");
        out.getBuffer().setLength(0);
        run(again, "--format", "json");

        assertThat(rounded(out.toString().replace(again, "F"))).isEqualTo(rounded(first));
    }

    @Test
    void aBadTableIsToldByLineAndColumnWithCode65() throws IOException {
        String bad = write("bad.csv", "batch,steps\n8,x\n");

        assertThat(run(bad)).isEqualTo(65);
        assertThat(err.toString().replace(bad, "bad.csv"))
                .isEqualToNormalizingNewlines("bad.csv:2:3: expected a positive number of steps, found 'x'\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMissingFileIsCode74() {
        assertThat(run("nowhere.csv")).isEqualTo(74);
        assertThat(err.toString()).isEqualToNormalizingNewlines("cbs fit: no such file or folder: nowhere.csv\n");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "Infinity", "nan"})
    void aReferenceBatchMustBePositive(String batch) {
        assertThat(run(file, "--reference-batch", batch)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--reference-batch");
    }

    @Test
    void aFolderIsReadByTheSourceOfResults() {
        assertThat(run(folder.toString())).isEqualTo(4);
        assertThat(out.toString()).startsWith("from results");
    }

    /** The last digits of a logarithm differ between processors. */
    private static String rounded(String text) {
        return Pattern.compile("-?\\d+\\.\\d{9,}(E-?\\d+)?")
                .matcher(text)
                .replaceAll(number ->
                        new BigDecimal(number.group()).round(new MathContext(6)).toString());
    }

    private int run(String... args) {
        FitCommand command = new FitCommand(
                results -> List.of(Curve.of("from results", "examples", List.of(CurvePoint.measured(8, 70)))));
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FitCommandTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
