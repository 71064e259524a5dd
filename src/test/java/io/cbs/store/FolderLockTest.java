package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FolderLockTest {
    @TempDir
    Path results;

    @Test
    void aSecondProcessIsToldWhoHoldsTheFolder() throws Exception {
        try (ChildJvm other = new ChildJvm(LockTester.class, results.toString(), "other")) {
            try (ResultsFolder folder = open()) {
                assertThat(other.ask("open"))
                        .startsWith(folder.path() + ": in use by process "
                                + ProcessHandle.current().pid() + " on " + HostFacts.hostName() + " since 2")
                        .contains("(cbs sweep my.yaml)");
            }
            assertThat(other.ask("open")).isEqualTo("held");
        }
    }

    @Test
    void aKilledHolderFreesTheFolderAtOnce() throws Exception {
        try (ChildJvm holder = new ChildJvm(LockTester.class, results.toString(), "holder")) {
            assertThat(holder.ask("open")).isEqualTo("held");
            assertThatThrownBy(this::open)
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("process " + holder.pid());
            holder.kill();

            open().close();
        }
    }

    @Test
    void ofTwoProcessesThatStartTogetherExactlyOneRuns() throws Exception {
        try (ChildJvm first = new ChildJvm(LockTester.class, results.toString(), "first");
                ChildJvm second = new ChildJvm(LockTester.class, results.toString(), "second")) {
            for (int round = 0; round < 20; round++) {
                first.say("open");
                second.say("open");
                List<String> answers = List.of(first.answer(), second.answer());
                assertThat(answers).containsOnlyOnce("held");
                assertThat(first.ask("close")).isEqualTo("closed");
                assertThat(second.ask("close")).isEqualTo("closed");
            }
        }
    }

    @Test
    void aSecondOpeningInTheSameProcessIsRefusedAndTheFirstStaysLocked() throws Exception {
        try (ResultsFolder folder = open();
                ChildJvm other = new ChildJvm(LockTester.class, results.toString(), "other")) {
            assertThatThrownBy(this::open).isInstanceOf(LockedException.class);
            folder.writeConfig("{}");
            ResultsReader.open(folder.path()).holder();

            assertThat(other.ask("open")).contains("in use by");
        }
    }

    @Test
    void theHolderIsKnownToReadersWhileItRuns() {
        Path path;
        try (ResultsFolder folder = open()) {
            path = folder.path();
            folder.writeConfig("{}");
            assertThat(ResultsReader.open(path).holder())
                    .hasValueSatisfying(holder -> assertThat(holder.command()).isEqualTo("cbs sweep my.yaml"));
        }
        assertThat(ResultsReader.open(path).holder()).isEqualTo(Optional.empty());
    }

    @Test
    void aLeftoverDescriptionOfAnotherProcessDoesNotKeepTheFolder() throws Exception {
        open().close();
        LockHolder gone = new LockHolder(ProcessHandle.current().pid(), HostFacts.hostName(), "", "", "long ago");
        new AtomicFiles(new DiskFileOps()).replace(results.resolve("sweep/.lock.json"), gone.encode());

        open().close();
    }

    private ResultsFolder open() {
        return ResultsFolder.open(results, "sweep", List.of("cbs", "sweep", "my.yaml"), finding -> {});
    }
}
