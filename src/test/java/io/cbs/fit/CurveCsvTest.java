package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveCsvTest {

    @Test
    void rowsBecomePointsInOrderOfBatchSize() throws CsvException {
        Curve curve = parse("batch,steps\n64,100\n8,700\n");

        assertThat(curve)
                .isEqualTo(Curve.of(
                        "steps.csv", "examples", List.of(CurvePoint.measured(8, 700), CurvePoint.measured(64, 100))));
    }

    @Test
    void headersAreFoundByNameWhateverTheirCaseOrderQuotesOrNeighbours() throws CsvException {
        Curve curve =
                parse("\uFEFFrun, Steps ,\"BATCH_SIZE\",note\r\n1,\"7e2\",8,\"a, \"\"b\"\"\"\r\n\r\n2,100,64,\r\n");

        assertThat(curve.points()).containsExactly(CurvePoint.measured(8, 700), CurvePoint.measured(64, 100));
    }

    @Test
    void rowsOfOneBatchSizeAreSeedsAndTheirMedianCounts() throws CsvException {
        Curve curve = parse("batch,steps,seed\n8,700,1\n8,inf,2\n8,900,3\n64,100,1\n");

        assertThat(curve.points().get(0).steps()).isEqualTo(900);
        assertThat(curve.points().get(0).seedSteps()).containsExactly(700.0, Double.POSITIVE_INFINITY, 900.0);
    }

    @ParameterizedTest
    @CsvSource({"''", "inf", "+Inf", "Infinity"})
    void stepsThatAreMissingOrInfiniteAreARunThatDidNotReach(String cell) throws CsvException {
        CurvePoint point = parse("steps,batch\n" + cell + ",8\n").points().get(0);

        assertThat(point.reached()).isFalse();
        assertThat(point.usable()).isFalse();
    }

    @Test
    void weightsAreKept() throws CsvException {
        assertThat(parse("batch,steps,weight\n8,700,2.5\n").points())
                .containsExactly(CurvePoint.measured(8, 700).withWeight(2.5));
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        assertThatThrownBy(() -> parse("batch,steps,weight,seed\n"
                        + "-8,700,1,1\n"
                        + "16,nan,1,1\n"
                        + "32,abc,0,1\n"
                        + "inf,5,1,1\n"
                        + "64,0,1,1\n"
                        + "128,50,1,1\n"
                        + "128,51,2,1\n"
                        + "256,\"5,1,1\n"
                        + "512\n"))
                .isInstanceOf(CsvException.class)
                .hasMessage("""
                        steps.csv:2:1: expected a positive batch size, found '-8'
                        steps.csv:3:4: expected a positive number of steps, found 'nan'
                        steps.csv:4:4: expected a positive number of steps, found 'abc'
                        steps.csv:4:8: expected a positive weight, found '0'
                        steps.csv:5:1: expected a positive batch size, found 'inf'
                        steps.csv:6:4: expected a positive number of steps, found '0'
                        steps.csv:8:8: weight differs from line 7, which has the same batch size
                        steps.csv:8:10: seed '1' given twice for batch size 128
                        steps.csv:9:1: a quote is not closed on this line
                        steps.csv:10:1: expected a positive weight, found ''""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|steps.csv:1:1: empty file; expected a header with the columns batch and steps",
                "'batch,loss\n8,1\n'|steps.csv:1:1: no column steps; found batch, loss",
                "'8,700\n16,400\n'|steps.csv:1:1: no column batch; found 8, 700",
                "'batch,steps,batch_size\n8,1,8\n'|steps.csv:1:13: second column for batch: batch_size",
                "'batch,steps\n'|steps.csv:1:1: no rows after the header",
                "'batch,steps\n1e400,7\n'|steps.csv:2:1: expected a positive batch size, found '1e400'"
            })
    void aFileThatIsNoTableOfStepsIsRefused(String text, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(CsvException.class).hasMessageStartingWith(message);
    }

    private static Curve parse(String text) throws CsvException {
        return CurveCsv.parse("steps.csv", text, "examples");
    }
}
