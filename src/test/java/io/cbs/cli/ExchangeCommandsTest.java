package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.store.exchange.Tree;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeCommandsTest {
    private static final String GOAL = "val/classification_error<0.3";

    @TempDir
    Path root;

    private Cli cli(String... arguments) {
        return Cli.run(root, arguments);
    }

    /** S = 100 + 3200/B exactly, by trial 2; one more batch size does not reach. */
    private String hyperbola() {
        Tree tree = new Tree(root.resolve("tree"));
        for (int batch = 1; batch <= 1024; batch *= 2) {
            tree.study(batch);
            long steps = 100 + 3200 / batch;
            tree.trial(batch, 1, "COMPLETE", "0,0.9 " + (steps + 1) + ",0.2")
                    .trial(batch, 2, "COMPLETE", "0,0.9 " + (steps - 1) + ",0.3 " + steps + ",0.1")
                    .trial(batch, 3, "INFEASIBLE", "0,0.9 1,0.1");
        }
        tree.study(4096).trial(4096, 5, "COMPLETE", "0,0.9 77,0.4");
        tree.trial(4096, 6, "COMPLETE", "0,0.9 90,0.4");
        return tree.root().toString();
    }

    @Test
    void anImportedFolderIsFittedLikeASweeps() {
        String into = root.resolve("results/mnist").toString();
        Cli imported = cli("import", "batch-science", hyperbola(), "--goal", GOAL, "--trials", "2", "--into", into);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .contains("imported mnist/cnn/sgd from ", "val/classification_error < 0.3", "not reached")
                .containsPattern("32 +200 +199 +2 +0.02 +2 of 2 +0 +1\n")
                .endsWith("made " + into + "\n");

        Cli fit = cli("fit", into);
        assertThat(fit.err()).isEmpty();
        assertThat(fit.exitCode()).isZero();
        assertThat(fit.out())
                .contains("mnist/cnn/sgd (imported): steps to val/classification_error < 0.3")
                .contains("B=4096: the goal was not reached within 77 steps")
                .contains("the fewest steps over single trials")
                .contains("11 infeasible");
        String json = cli("fit", into, "--format", "json").out();
        assertThat(json).contains("\"imported\"").doesNotContain("\"unequal-trials\"");
        assertThat(number(json, "s_min")).isBetween(99.0, 101.0);
        assertThat(number(json, "b_crit")).isBetween(31.5, 32.5);
    }

    private static double number(String json, String key) {
        return Double.parseDouble(json.replaceAll("(?s).*\"" + key + "\": \\{\\s*\"value\": ([0-9.e-]+),.*", "$1"));
    }

    @Test
    void theSameImportAgainSaysThatItIsThere() {
        String into = root.resolve("results/mnist").toString();
        String[] command = {"import", "batch-science", hyperbola(), "--goal", GOAL, "--trials", "all", "--into", into};
        cli(command);

        Cli again = cli(command);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).endsWith("already there: " + into + "\n");
        assertThat(cli("fit", into).exitCode()).isZero();
    }

    @Test
    void unequalNumbersOfTrialsAreSaidByTheFit() {
        String into = root.resolve("results/mnist").toString();
        String tree = hyperbola();
        new Tree(Path.of(tree)).trial(1, 9, "COMPLETE", "0,0.9 9000,0.1");
        cli("import", "batch-science", tree, "--goal", GOAL, "--trials", "all", "--into", into);

        assertThat(cli("fit", into, "--format", "json").out()).contains("\"unequal-trials\"", "between 2 and 3 trials");
    }

    @Test
    void problemsAreLinesWithAnExitCode() {
        String tree = hyperbola();
        Cli few = cli("import", "batch-science", tree, "--goal", GOAL);
        assertThat(few.exitCode()).isEqualTo(65);
        assertThat(few.err()).contains("fewer than 100 complete trials", "--trials all");

        assertThat(cli("import", "batch-science", tree).err()).contains("no goal for this dataset and model");
        assertThat(cli("import", "batch-science", tree, "--goal", "x<=1").exitCode())
                .isEqualTo(65);
        assertThat(cli("import", "batch-science", tree, "--trials", "0").exitCode())
                .isEqualTo(2);
        assertThat(cli("import").exitCode()).isEqualTo(2);
        assertThat(cli("import", "batch-science", "none").err()).contains("no such folder");
        assertThat(cli("export", tree, "--to", root.resolve("out").toString()).exitCode())
                .isEqualTo(74);
    }
}
