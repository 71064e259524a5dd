package io.cbs.cli;

import io.cbs.report.BenchmarkText;
import io.cbs.run.BenchmarkRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cbs bench}: how fast this machine trains replicas together. */
@Command(
        name = "bench",
        description = {
            "Print replica-steps per second of a CNN on 28x28 images for stacks of several sizes, side by side.",
            "Network: 3x3 convolutions of 32 and 64 filters with pooling, 128 hidden units; SGD with momentum.",
            "One stack at a time uses all cores; a sweep instead trains several stacks, a core each."
        })
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--batch", split = ",", paramLabel = "B", defaultValue = "8,64,512", description = "Batch sizes.")
    private List<Integer> batchSizes;

    @Option(
            names = "--replicas",
            split = ",",
            paramLabel = "K",
            defaultValue = "1,2,4,8,16",
            description = "Stack sizes; ratios are to the first.")
    private List<Integer> replicas;

    @Option(
            names = "--device",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto, cpu, gpu0, ... Default: ${DEFAULT-VALUE}.")
    private String device;

    @Option(names = "--threads", paramLabel = "N", description = "Cores for one operation on a CPU. Default: all.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seconds",
            defaultValue = "0.5",
            paramLabel = "S",
            description = "Length of one of the five turns of a stack. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Integer> counts = new ArrayList<>(batchSizes);
        counts.addAll(replicas);
        counts.add(threads);
        if (counts.stream().anyMatch(count -> count < 1) || !(seconds > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--batch, --replicas, --threads and --seconds must all be above 0");
        }
        try (BenchmarkRun run = BenchmarkRun.open(device, threads)) {
            console.out().print(BenchmarkText.header(run.facts(), threads));
            for (int batchSize : batchSizes) {
                console.out().print(BenchmarkText.rows(run.measure(batchSize, replicas, seconds)));
            }
        }
        return ExitCode.OK.code();
    }
}
