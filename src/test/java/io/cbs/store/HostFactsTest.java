package io.cbs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFactsTest {
    @TempDir
    Path proc;

    @Test
    void factsAreReadFromTheKernelsFiles() throws Exception {
        Files.createDirectories(proc.resolve("sys/kernel"));
        Files.writeString(proc.resolve("sys/kernel/hostname"), "node7\n");
        Files.writeString(proc.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: Fast CPU: 2 GHz\nmodel name\t: x\n");
        Files.writeString(proc.resolve("meminfo"), "MemTotal:       16384 kB\nMemFree: 1 kB\n");

        Map<String, Object> facts = new HostFacts(proc, Map.of()).collect();

        assertThat(facts).containsEntry("host", "node7");
        assertThat(facts.get("cpu")).asString().contains("model=Fast CPU: 2 GHz,");
        assertThat(facts.get("memory")).asString().contains("total=16384 kB");
    }

    @Test
    void factsThatCannotBeReadAreLeftOut() {
        HostFacts facts = new HostFacts(proc.resolve("none"), Map.of("HOSTNAME", "from-shell"));

        assertThat(facts.host()).isEqualTo("from-shell");
        assertThat(facts.collect().get("cpu")).asString().doesNotContain("model");
        assertThat(new HostFacts(proc, Map.of()).host()).isEqualTo("unknown");
    }

    @Test
    void onlyVariablesThatMatterToARunAreKept() {
        Map<String, String> variables = Map.of(
                "OMP_NUM_THREADS", "2", "CUDA_VISIBLE_DEVICES", "0", "MALLOC_ARENA_MAX", "1", "API_TOKEN", "secret");

        assertThat(new HostFacts(proc, variables).collect().get("variables"))
                .isEqualTo(Map.of("OMP_NUM_THREADS", "2", "CUDA_VISIBLE_DEVICES", "0", "MALLOC_ARENA_MAX", "1"));
    }
}
