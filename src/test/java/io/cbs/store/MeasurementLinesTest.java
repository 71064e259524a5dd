package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementLinesTest {
    private static final String HEADER = "step,held_out/error_rate,held_out/cross_entropy\n";

    @Test
    void theTextIsAHeaderAndALinePerMeasurement() {
        List<Measurement> measurements = List.of(
                new Measurement(0, Map.of(Samples.LOSS, 2.302585092994046, Samples.ERROR, 0.9)),
                new Measurement(10, Map.of(Samples.ERROR, 1.0, Samples.LOSS, Double.NaN)),
                new Measurement(20, Map.of(Samples.LOSS, Double.POSITIVE_INFINITY, Samples.ERROR, 1e-7)));

        assertThat(text(measurements)).isEqualTo(HEADER + "0,0.9,2.302585092994046\n10,1,nan\n20,1e-7,inf\n");
    }

    @Test
    void columnsAreHeldOutBeforeTrainAndInTheOrderOfTheMetrics() {
        Map<Series, Double> values = new HashMap<>();
        for (EvaluationSet on : EvaluationSet.values()) {
            for (Metric metric : Metric.values()) {
                values.put(new Series(on, metric), 1.0);
            }
        }

        assertThat(text(List.of(new Measurement(0, values))))
                .startsWith("step,held_out/error_rate,held_out/cross_entropy,held_out/expected_loss,"
                        + "held_out/gradient_norm_squared,held_out/gradient_variance,"
                        + "train/error_rate,train/cross_entropy,train/expected_loss,"
                        + "train/gradient_norm_squared,train/gradient_variance\n");
    }

    @Test
    void whatWasWrittenIsRead() throws UnusableRecordException {
        List<Measurement> measurements =
                Samples.trajectory("a", 40, io.cbs.measure.TrialEnd.BEATEN).measurements();

        assertThat(MeasurementLines.decode(MeasurementLines.encode(measurements)))
                .isEqualTo(measurements);
        assertThat(MeasurementLines.decode(MeasurementLines.encode(List.of()))).isEmpty();
    }

    @Test
    void aFileCutAtAnyByteReadsAsAPrefix() {
        List<Measurement> measurements = Samples.trajectory("a").measurements();
        byte[] whole = MeasurementLines.encode(measurements);

        int before = 0;
        for (int length = 0; length <= whole.length; length++) {
            List<Measurement> prefix = MeasurementLines.prefix(Arrays.copyOf(whole, length));
            assertThat(prefix).isEqualTo(measurements.subList(0, prefix.size()));
            assertThat(prefix.size()).isBetween(before, before + 1);
            before = prefix.size();
        }
        assertThat(before).isEqualTo(measurements.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,0.5\n", "1,0.5,x\n", "1,0.5,0.1,0.2\n", "x,0.5,0.1\n", "0,0.5,0.1\n", "\n", "\0\0\0\n"})
    void readingStopsBeforeALineThatCannotBeRead(String line) {
        byte[] content = (HEADER + "0,0.5,0.25\n" + line + "2,0.5,0.25\n").getBytes(StandardCharsets.UTF_8);

        assertThat(MeasurementLines.prefix(content))
                .containsExactly(new Measurement(0, Map.of(Samples.ERROR, 0.5, Samples.LOSS, 0.25)));
        assertThatThrownBy(() -> MeasurementLines.decode(content)).hasMessageContaining("beyond its first 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "step",
                "step,held_out/accuracy\n0,1\n",
                "steps\n",
                "step,train/error_rate,train/error_rate\n"
            })
    void aFileWithoutAKnownHeaderHasNoMeasurements(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

        assertThat(MeasurementLines.prefix(bytes)).isEmpty();
        assertThatThrownBy(() -> MeasurementLines.decode(bytes)).isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void measurementsOfDifferentSeriesOrOutOfOrderAreRefused() {
        Measurement first = new Measurement(1, Map.of(Samples.ERROR, 0.5));
        Measurement other = new Measurement(2, Map.of(Samples.LOSS, 0.5));
        Measurement earlier = new Measurement(0, Map.of(Samples.ERROR, 0.5));

        assertThatThrownBy(() -> MeasurementLines.encode(List.of(first, other)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeasurementLines.encode(List.of(first, earlier)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(List<Measurement> measurements) {
        return new String(MeasurementLines.encode(measurements), StandardCharsets.US_ASCII);
    }
}
