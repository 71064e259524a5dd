package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.store.exchange.ImportRecord.Best;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streaming reader against the rule as it is stated: all rows sorted by step, then trial, and the first below. */
class RandomTreesTest {
    private static final double GOAL = 0.3;

    @TempDir
    Path root;

    private record Row(long trial, int step, double error) {}

    @Test
    void theStreamingReaderFollowsTheRule() {
        int reached = 0;
        for (int seed = 0; seed < 150; seed++) {
            Tree tree = new Tree(root.resolve("tree" + seed)).study(32);
            Random random = new Random(seed);
            int counted = 1 + random.nextInt(4);
            Optional<Row> expected = plant(tree, random, counted);
            reached += expected.isPresent() ? 1 : 0;

            ImportRules rules = new ImportRules(List.of(new Target(Tree.ERROR, false, GOAL)), OptionalInt.of(counted));
            Optional<Best> found = new BatchScienceImport(WorkloadFolder.only(tree.root()), rules)
                    .read("here")
                    .goals()
                    .get(0)
                    .points()
                    .get(0)
                    .reached();
            assertThat(found.map(best -> new Row(best.trialId(), (int) best.steps(), best.value())))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
        assertThat(reached).isBetween(40, 140);
    }

    /** Few steps and few values, so that ties and values at the goal are common. Returns the row that must win. */
    private static Optional<Row> plant(Tree tree, Random random, int counted) {
        List<Row> kept = new ArrayList<>();
        int complete = 0;
        for (long id = 1; complete < counted || random.nextInt(3) > 0; id += 1 + random.nextInt(5)) {
            TrialStatus status = TrialStatus.values()[random.nextInt(3)];
            boolean counts = status == TrialStatus.COMPLETE && complete++ < counted;
            StringBuilder rows = new StringBuilder();
            for (int step = 0; step < 5; step++) {
                double error = (3 + random.nextInt(5) - (random.nextInt(8) == 0 ? 1 : 0)) / 10.0;
                rows.append(step).append(',').append(error).append(' ');
                if (counts) {
                    kept.add(new Row(id, step, error));
                }
            }
            tree.trial(32, id, status.name(), rows.toString());
        }
        return kept.stream()
                .sorted(Comparator.comparing(Row::step).thenComparing(Row::trial))
                .filter(row -> row.error() < GOAL)
                .findFirst();
    }
}
