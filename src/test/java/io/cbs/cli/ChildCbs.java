package io.cbs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a user or a job scheduler runs it. */
final class ChildCbs implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final BufferedReader err;
    private final StringBuilder seen = new StringBuilder();

    private ChildCbs(Process process, Path out) {
        this.process = process;
        this.out = out;
        this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }

    /**
     * @param folder for the child's standard output
     * @param jvm options of the Java VM
     */
    static ChildCbs start(Path folder, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-Dai.djl.offline=true"));
        command.add("-Dcbs.home=" + System.getProperty("cbs.home"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).start();
        process.getOutputStream().close();
        return new ChildCbs(process, out);
    }

    long pid() {
        return process.pid();
    }

    /** Returns when a line of standard error contains the text; false where the process ended without. */
    boolean await(String text) throws IOException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Lets it run for that long, then kills it as {@code kill -9} does; false where it had ended by itself. */
    boolean killAfter(long milliseconds) throws InterruptedException {
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    /** As {@code kill} and job schedulers do. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy closes the streams too.
    }

    /** Waits for the end; what was said to standard error before is part of the result. */
    Cli finish() throws IOException, InterruptedException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            seen.append(line).append('\n');
        }
        int code = process.waitFor();
        return new Cli(code, Files.readString(out), seen.toString());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        err.close();
    }
}
