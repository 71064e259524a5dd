package io.cbs.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who holds a results folder. Informational: the operating system's lock decides, and this text may outlive its writer.
 *
 * @param pid process id
 * @param host the machine it runs on
 * @param since when it took the lock, UTC
 * @param command its command line
 * @param processStart when the process itself started, UTC; tells a recycled pid from the same process
 */
public record LockHolder(long pid, String host, String since, String command, String processStart) {

    boolean isSameProcessAs(LockHolder other) {
        return pid == other.pid
                && host.equals(other.host)
                && !processStart.isEmpty()
                && processStart.equals(other.processStart);
    }

    byte[] encode() {
        return (JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Optional<LockHolder> read(Path file) {
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(file), LockHolder.class))
                    .filter(LockHolder::isComplete);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean isComplete() {
        return host != null && since != null && command != null && processStart != null;
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host + " since " + since + " (" + command + ")";
    }
}
