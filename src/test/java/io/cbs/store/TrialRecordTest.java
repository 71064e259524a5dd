package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.measure.Measurement;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.plan.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialRecordTest {

    @Test
    void theFilesAreThePublishedFormat() {
        Trajectory trajectory = new Trajectory(
                new Trial("00ff", 64, 1e-6, -3),
                List.of(
                        new Measurement(0, Map.of(Samples.ERROR, 0.9)),
                        new Measurement(12, Map.of(Samples.ERROR, 0.1))),
                TrialEnd.NOT_REACHED,
                "");

        TrialRecord record = TrialRecord.of(trajectory);

        assertThat(new String(record.measurements(), StandardCharsets.UTF_8))
                .isEqualTo("step,held_out/error_rate\n0,0.9\n12,0.1\n");
        assertThat(new String(record.metadata(), StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "schema_version" : 1,
                          "trial_id" : "00ff",
                          "parameters" : {
                            "batch_size" : 64,
                            "learning_rate" : 1e-6,
                            "seed" : -3
                          },
                          "status" : "not-reached",
                          "steps" : 12,
                          "message" : "",
                          "measurements_sha256" : "51b87e91075541bba7997a3e7f6206417b3c097ffd55f6acb71e34f23827e7a2",
                          "checksum" : "bf8958273faf4b59433cb4d9667d20f5cbced7195d27de65aa57f3ce67a68bee"
                        }
                        """);
    }

    @Test
    void theFilesDoNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        byte[] expected = TrialRecord.of(Samples.trajectory("a")).metadata();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(TrialRecord.of(Samples.trajectory("a")).metadata()).isEqualTo(expected);
            assertThat(Names.study(64)).isEqualTo("b000064");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TrialEnd.class)
    void aTrajectoryReadsBackAsItWas(TrialEnd end) throws UnusableRecordException {
        Trajectory trajectory = Samples.trajectory("a", 5, end);

        assertThat(TrialRecord.of(trajectory).verify("a", Samples.BATCH_SIZE)).isEqualTo(trajectory);
    }

    @Test
    void aTrialThatFailedBeforeItsFirstMeasurementReadsBack() throws UnusableRecordException {
        Trajectory trajectory = new Trajectory(Samples.trial("a"), List.of(), TrialEnd.FAILED, "no device");

        assertThat(TrialRecord.of(trajectory).verify("a", Samples.BATCH_SIZE)).isEqualTo(trajectory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "\"quoted\" \\ back", "tab\tnul\0", "caf\u00e9 \ud83d\ude00", "{\"a\":1}"})
    void anyMessageReadsBack(String message) throws UnusableRecordException {
        Trajectory trajectory = new Trajectory(Samples.trial("a"), List.of(), TrialEnd.FAILED, message);

        assertThat(TrialRecord.of(trajectory).verify("a", Samples.BATCH_SIZE).message())
                .isEqualTo(message);
    }

    @Test
    void aMessageThatIsNoTextIsStoredWithAQuestionMark() throws UnusableRecordException {
        Trajectory trajectory = new Trajectory(Samples.trial("a"), List.of(), TrialEnd.FAILED, "half \ud83d pair");

        assertThat(TrialRecord.of(trajectory).verify("a", Samples.BATCH_SIZE).message())
                .isEqualTo("half ? pair");
    }

    @Test
    void anyChangedByteIsNoticed() {
        TrialRecord record = TrialRecord.of(Samples.trajectory("a"));
        for (int i = 0; i < record.metadata().length; i++) {
            TrialRecord changed = new TrialRecord(flipped(record.metadata(), i), record.measurements());
            assertUnusable(changed);
        }
        for (int i = 0; i < record.measurements().length; i++) {
            TrialRecord changed = new TrialRecord(record.metadata(), flipped(record.measurements(), i));
            assertUnusable(changed);
        }
    }

    @Test
    void aRecordInThePlaceOfAnotherIsNoticed() {
        TrialRecord record = TrialRecord.of(Samples.trajectory("a"));

        assertThatThrownBy(() -> record.verify("b", Samples.BATCH_SIZE))
                .hasMessageContaining("record of trial a at batch size 64 in the place of another");
        assertThatThrownBy(() -> record.verify("a", 128)).isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void aRecordOfANewerVersionSaysSo() {
        TrialRecord record = TrialRecord.of(Samples.trajectory("a"));
        String newer = new String(record.metadata(), StandardCharsets.UTF_8)
                .replace("\"schema_version\" : 1", "\"schema_version\" : 99");
        byte[] metadata = newer.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new TrialRecord(metadata, record.measurements()).verify("a", Samples.BATCH_SIZE))
                .hasMessageContaining("schema version 99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "{\"schema_version\":\"1\"}", "{\"schema_version\":1}"})
    void otherContentIsUnusable(String content) {
        assertUnusable(new TrialRecord(content.getBytes(StandardCharsets.UTF_8), new byte[0]));
    }

    private static void assertUnusable(TrialRecord record) {
        assertThatThrownBy(() -> record.verify("a", Samples.BATCH_SIZE)).isInstanceOf(UnusableRecordException.class);
    }

    private static byte[] flipped(byte[] content, int index) {
        byte[] changed = content.clone();
        changed[index] ^= 1;
        return changed;
    }
}
