package io.cbs.cli;

import io.cbs.run.SelfTest;
import io.cbs.train.StopSignal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cbs selftest}: measures on this machine what is known exactly. */
@Command(
        name = "selftest",
        description = "Measure workloads whose answer is known exactly on this machine; exits 1 where one is off.")
final class SelfTestCommand implements Callable<Integer> {
    private static final String ROW = "%-62s  %10s  %10s  %8s  %s%n";

    private final Console console;

    @Option(
            names = "--device",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto, cpu, gpu0, ... Default: ${DEFAULT-VALUE}.")
    private String device;

    SelfTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StopSignal stop = new StopSignal();
        print("check", "truth", "measured", "error", "");
        List<SelfTest.Check> checks;
        try (SelfTest test = new SelfTest(device, stop)) {
            checks = Signals.stopping(stop, () -> test.run(this::print));
        }
        boolean passed = checks.stream().allMatch(SelfTest.Check::passed);
        return (passed ? ExitCode.OK : ExitCode.BUG).code();
    }

    private void print(SelfTest.Check check) {
        print(
                check.name(),
                String.format(Locale.ROOT, "%.5g", check.truth()),
                String.format(Locale.ROOT, "%.5g", check.measured()),
                String.format(Locale.ROOT, "%+.2f%%", 100 * check.relativeError()),
                (check.passed() ? "pass" : "FAIL")
                        + String.format(Locale.ROOT, " (within %.0f%%)", 100 * check.tolerance()));
    }

    private void print(String name, String truth, String measured, String error, String verdict) {
        console.out().printf(Locale.ROOT, ROW, name, truth, measured, error, verdict);
    }
}
