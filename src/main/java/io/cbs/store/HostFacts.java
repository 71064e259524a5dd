package io.cbs.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run's speed and rounding may depend on, for the environment record. A fact that cannot be read is left out.
 *
 * @param proc the kernel's process file system, where there is one
 * @param variables the process's environment; only names of an allow-list are kept, as others may hold secrets
 */
record HostFacts(Path proc, Map<String, String> variables) {
    private static final Set<String> KEPT = Set.of("CUDA_VISIBLE_DEVICES", "NVIDIA_TF32_OVERRIDE", "SLURM_JOB_ID");
    private static final List<String> KEPT_PREFIXES = List.of("CBS_", "OMP_", "MKL_", "PYTORCH_", "MALLOC_");

    static HostFacts ofThisMachine() {
        return new HostFacts(Path.of("/proc"), System.getenv());
    }

    static String hostName() {
        return ofThisMachine().host();
    }

    Map<String, Object> collect() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cbs_version", version());
        facts.put("java", properties("java.version", "java.vendor", "java.vm.name", "java.vm.version"));
        facts.put("os", properties("os.name", "os.version", "os.arch"));
        facts.put("host", host());
        facts.put("cpu", cpu());
        facts.put("memory", memory());
        facts.put("variables", keptVariables());
        return facts;
    }

    private static String version() {
        String version = HostFacts.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Map<String, String> properties(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, System.getProperty(name, ""));
        }
        return values;
    }

    /** Never asks the name service: that can hang without a network. */
    String host() {
        List<String> name = lines("sys/kernel/hostname");
        if (!name.isEmpty() && !name.get(0).isBlank()) {
            return name.get(0).strip();
        }
        return variables.getOrDefault("HOSTNAME", variables.getOrDefault("COMPUTERNAME", "unknown"));
    }

    private Map<String, Object> cpu() {
        Map<String, Object> cpu = new LinkedHashMap<>();
        lines("cpuinfo").stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .ifPresent(line ->
                        cpu.put("model", line.substring(line.indexOf(':') + 1).strip()));
        cpu.put("available_processors", Runtime.getRuntime().availableProcessors());
        return cpu;
    }

    private Map<String, Object> memory() {
        Map<String, Object> memory = new LinkedHashMap<>();
        lines("meminfo").stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .findFirst()
                .ifPresent(line -> memory.put(
                        "total", line.substring(line.indexOf(':') + 1).strip()));
        memory.put("java_heap_limit_bytes", Runtime.getRuntime().maxMemory());
        return memory;
    }

    private Map<String, String> keptVariables() {
        Map<String, String> kept = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (KEPT.contains(name) || KEPT_PREFIXES.stream().anyMatch(name::startsWith)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(proc.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }
}
