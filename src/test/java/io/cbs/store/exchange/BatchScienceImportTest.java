package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cbs.store.exchange.ImportRecord.Best;
import io.cbs.store.exchange.ImportRecord.Point;
import io.cbs.store.exchange.ImportRecord.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small trees whose steps to the goal can be read off. */
class BatchScienceImportTest {
    private static final OptionalInt ALL = OptionalInt.empty();

    @TempDir
    Path folder;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = new Tree(folder).study(64);
    }

    private ImportRecord read(OptionalInt trials, String... goals) {
        List<Target> targets = Stream.of(goals).map(Target::parse).toList();
        return new BatchScienceImport(WorkloadFolder.only(folder), new ImportRules(targets, trials)).read("here");
    }

    private Point point(OptionalInt trials, String goal) {
        return read(trials, goal).goals().get(0).points().get(0);
    }

    private Best best(OptionalInt trials, String goal) {
        return point(trials, goal).reached().orElseThrow();
    }

    @Test
    void theFewestStepsOverTrialsCount() {
        tree.trial(64, 1, "COMPLETE", "0,0.9 10,0.5 20,0.2").trial(64, 2, "COMPLETE", "0,0.9 8,0.5 15,0.25 30,0.1");

        assertThat(best(ALL, "val/classification_error<0.3"))
                .isEqualTo(new Best(2, 15, 8, 0.25, 0.02, Map.of("learning_rate", 0.02)));
    }

    @Test
    void anEvaluationExactlyAtTheGoalDoesNotCount() {
        tree.trial(64, 1, "COMPLETE", "0,0.9 10,0.3 20,0.3 30,0.2999999999999999");

        assertThat(best(ALL, "val/classification_error<0.3").steps()).isEqualTo(30);
        assertThat(best(ALL, "val/classification_error<0.3").previousStep()).isEqualTo(20);
    }

    @Test
    void ofEqualStepsTheSmallerIdWinsByNumberNotByText() {
        tree.trial(64, 10, "COMPLETE", "0,0.9 10,0.1")
                .trial(64, 9, "COMPLETE", "0,0.9 10,0.2")
                .trial(64, 100, "COMPLETE", "0,0.9 10,0.05");

        assertThat(best(ALL, "val/classification_error<0.3").trialId()).isEqualTo(9);
        assertThat(best(ALL, "val/classification_error<0.3").value()).isEqualTo(0.2);
    }

    @Test
    void aTrialThatDivergedAfterReachingIsLeftOutAndCounted() {
        tree.trial(64, 1, "INFEASIBLE", "0,0.9 5,0.1 10,nan")
                .trial(64, 2, "INCOMPLETE", "0,0.9 6,0.1")
                .trial(64, 3, "COMPLETE", "0,0.9 20,0.1");

        assertThat(best(ALL, "val/classification_error<0.3").trialId()).isEqualTo(3);
        assertThat(read(ALL, "val/classification_error<0.3").studies()).containsExactly(new Study(64, 0, 1, 1, 1, 1));
    }

    @Test
    void onlyTheFirstCompleteTrialsByIdCount() {
        tree.trial(64, 1, "INFEASIBLE", "0,0.1")
                .trial(64, 2, "COMPLETE", "0,0.9 30,0.1")
                .trial(64, 10, "COMPLETE", "0,0.9 20,0.1")
                .trial(64, 11, "COMPLETE", "0,0.9 10,0.1");

        assertThat(best(OptionalInt.of(2), "val/classification_error<0.3").trialId())
                .isEqualTo(10);
        assertThat(best(ALL, "val/classification_error<0.3").trialId()).isEqualTo(11);
        assertThat(read(OptionalInt.of(2), "val/classification_error<0.3").studies())
                .containsExactly(new Study(64, 0, 3, 0, 1, 2));
    }

    @Test
    void fewerTrialsThanAskedForAreAnErrorThatNamesEveryBatchSize() {
        tree.trial(64, 1, "COMPLETE", "0,0.1")
                .trial(64, 2, "COMPLETE", "0,0.1")
                .study(8)
                .trial(8, 1, "COMPLETE", "0,0.1")
                .trial(8, 2, "INCOMPLETE", "0,0.1")
                .study(16);
        for (int id = 1; id <= 3; id++) {
            tree.trial(16, id, "COMPLETE", "0,0.1");
        }

        assertThatThrownBy(() -> read(OptionalInt.of(3), "val/classification_error<0.3"))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("fewer than 3 complete trials at batch sizes 8 (1), 64 (2)")
                .hasMessageContaining("--trials 1 ");
    }

    @Test
    void aBatchSizeWithoutAQualifyingRowIsKeptAsNotReached() {
        tree.trial(64, 1, "COMPLETE", "0,0.9 50,0.4")
                .trial(64, 2, "COMPLETE", "0,0.9 40,0.3")
                .study(8)
                .trial(8, 1, "COMPLETE", "0,0.9 9,0.1");

        List<Point> points =
                read(ALL, "val/classification_error<0.3").goals().get(0).points();
        assertThat(points.get(0).batchSize()).isEqualTo(8);
        assertThat(points.get(1)).isEqualTo(new Point(64, 40, null));
    }

    @Test
    void aBatchSizeWithoutCompleteTrialsIsKeptAsNotReached() {
        tree.trial(64, 1, "INFEASIBLE", "0,0.9 50,0.1");

        assertThat(point(ALL, "val/classification_error<0.3")).isEqualTo(new Point(64, 0, null));
    }

    @Test
    void maximisingMetricsAreStrictToo() {
        String table = "step,val/average_precision\n0,0.01\n10,0.31\n20,0.32\n";
        tree.trial(64, 1, "COMPLETE", "\"learning_rate\": 1, \"decay\": \"linear\"", table);

        assertThat(best(ALL, "val/average_precision>0.31"))
                .isEqualTo(new Best(1, 20, 10, 0.32, 1.0, Map.of("learning_rate", 1L, "decay", "linear")));
    }

    @Test
    void severalGoalsAreReadFromTheSameTrials() {
        tree.trial(64, 1, "COMPLETE", "0,0.9 10,0.5 90,0.1").trial(64, 2, "COMPLETE", "0,0.9 20,0.5 40,0.1");

        ImportRecord record = read(ALL, "val/classification_error<0.6", "val/classification_error<0.2");
        assertThat(record.goals())
                .extracting(goal -> goal.points().get(0).reached().orElseThrow().trialId())
                .containsExactly(1L, 2L);
    }

    @Test
    void rowsMayComeInAnyOrder() {
        tree.trial(64, 1, "COMPLETE", "30,0.1 0,0.9 20,0.2 10,0.8 40,0.05");

        assertThat(best(ALL, "val/classification_error<0.3"))
                .extracting(Best::steps, Best::previousStep)
                .containsExactly(20L, 10L);
    }

    @Test
    void whatWasNotMeasuredReachesNothing() {
        tree.trial(64, 1, "COMPLETE", "0,nan 10, 20,NaN 30,inf 40,0.1");

        assertThat(best(ALL, "val/classification_error<0.3").steps()).isEqualTo(40);
        assertThat(best(ALL, "val/classification_error>0.3").steps()).isEqualTo(30);
    }

    @Test
    void batchSizesAreOrderedByNumber() {
        tree.trial(64, 1, "COMPLETE", "0,0.9")
                .study(128)
                .trial(128, 1, "COMPLETE", "0,0.9")
                .study(8);
        tree.trial(8, 1, "COMPLETE", "0,0.9");

        assertThat(read(ALL, "val/classification_error<0.3").studies())
                .extracting(Study::batchSize)
                .containsExactly(8, 64, 128);
    }

    @Test
    void theChecksumFollowsEveryByteThatCounts() {
        tree.trial(64, 1, "COMPLETE", "0,0.9 10,0.25").trial(64, 2, "INFEASIBLE", "0,0.9");
        String before = read(ALL, "val/classification_error<0.3").contentSha256();
        assertThat(read(ALL, "val/classification_error<0.5").contentSha256()).isEqualTo(before);

        tree.trial(64, 1, "COMPLETE", "0,0.8 10,0.25");

        assertThat(read(ALL, "val/classification_error<0.3").contentSha256()).isNotEqualTo(before);
    }
}
