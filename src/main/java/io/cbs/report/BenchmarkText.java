package io.cbs.report;

import io.cbs.run.Benchmark.Speed;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of {@code cbs bench}. */
public final class BenchmarkText {
    private static final String ROW = "%6s  %4s  %16s  %14s  %9s  %12s\n";

    private BenchmarkText() {}

    /** The machine, and the names of the columns. */
    public static String header(Map<String, Object> facts, int threads) {
        return "device " + facts.get("device") + ", libtorch " + facts.get("libtorch_version") + ", DJL "
                + facts.get("djl_version") + ", " + threads + " threads\n"
                + row("B", "K", "replica-steps/s", "examples/s", "vs first", "calls/steps");
    }

    /** One line per stack size; the ratio is to the first of them. */
    public static String rows(List<Speed> speeds) {
        StringBuilder text = new StringBuilder();
        double first = speeds.get(0).replicaStepsPerSecond();
        for (Speed speed : speeds) {
            double rate = speed.replicaStepsPerSecond();
            text.append(row(
                    Integer.toString(speed.batchSize()),
                    Integer.toString(speed.replicas()),
                    number(rate),
                    number(rate * speed.batchSize()),
                    String.format(Locale.ROOT, "%.2f", rate / first),
                    speed.callsPerRound() + "/" + speed.stepsPerRound()));
        }
        return text.toString();
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}
