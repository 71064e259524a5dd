package io.cbs.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second Java process with this one's class path. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    ChildJvm(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(command(main));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static List<String> command(Class<?> main) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java, "-XX:-UsePerfData", "-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName());
    }

    long pid() {
        return process.pid();
    }

    void say(String word) {
        in.println(word);
    }

    String answer() throws IOException {
        return out.readLine();
    }

    String ask(String word) throws IOException {
        say(word);
        return answer();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        in.close();
        out.close();
    }
}
