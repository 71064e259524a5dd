package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void goalsAreReadAsTheyAreWritten() {
        assertThat(Target.parse("val/classification_error<0.3"))
                .isEqualTo(new Target("val/classification_error", false, 0.3));
        assertThat(Target.parse(" val/average_precision > 3.1e-1 "))
                .isEqualTo(new Target("val/average_precision", true, 0.31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"val/error<=0.3", "val/error", "<0.3", "val/error<", "val/error<nan", "a,b<1", "val/error=1"})
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> Target.parse(text)).hasMessageContaining("found '" + text + "'");
    }

    @Test
    void thePapersGoalsAreThoseOfItsFigure() throws IOException {
        List<String> rows;
        try (InputStream in = TargetTest.class.getResourceAsStream("batch_science_figure1_goals.csv")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertThat(rows).hasSize(1 + PaperGoals.values().length);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            WorkloadFolder workload = new WorkloadFolder(Path.of("/", cells[0], cells[1], cells[2]));
            assertThat(PaperGoals.targets(workload))
                    .containsExactly(
                            new Target(cells[3], Boolean.parseBoolean(cells[5]), Double.parseDouble(cells[4])));
            assertThat(PaperGoals.trials(workload)).isEqualTo(OptionalInt.of(Integer.parseInt(cells[6])));
        }
    }

    @Test
    void otherWorkloadsNeedAGoalAndCountAHundredTrials() {
        WorkloadFolder workload = new WorkloadFolder(Path.of("/", "mnist", "mlp", "sgd"));
        assertThat(PaperGoals.trials(workload)).isEqualTo(OptionalInt.of(100));
        assertThatThrownBy(() -> PaperGoals.targets(workload)).hasMessageContaining("--goal");
    }
}
