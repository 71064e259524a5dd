package io.cbs.config;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads sweep configs: YAML in, an immutable {@link SweepConfig} with every default filled in out. */
public final class ConfigReader {
    private static final String SAFE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Path home;
    private final SchemaCheck schema;

    /** @param home the folder whose {@code workloads} holds the named workloads */
    public ConfigReader(Path home) {
        this.home = home;
        this.schema = new SchemaCheck(ConfigSchema.text());
    }

    /**
     * Reads one sweep config.
     *
     * @throws ConfigException with every problem of the file and of the workload file it names
     * @throws java.io.UncheckedIOException when a file is there and cannot be read
     */
    public SweepConfig read(Path file) {
        Source source = new Source(file, "");
        Problems problems = new Problems(source);
        Optional<String> text = TextFile.read(file, source, problems);
        problems.throwIfAny();
        Document written = YamlParser.parse(text.orElseThrow(), source, problems);
        if (!written.root().isObject()) {
            refuse(written.root(), source, problems);
        }
        Report report = new Report(new WorkloadResolver(home, problems).resolve(written), problems);
        schema.check(report);
        String defaultName = defaultName(file, report);
        new SweepChecks(report).check();
        new GoalChecks(report).check();
        new WorkloadChecks(report).check();
        problems.throwIfAny();
        return new SweepBinder(report.document()).sweep(defaultName);
    }

    private static void refuse(JsonNode root, Source source, Problems problems) {
        if (!root.isMissingNode() && !problems.has("")) {
            problems.add(source.start(), "", "expected a mapping of keys to values, found " + Words.found(root));
        }
        problems.throwIfAny();
        throw new IllegalStateException("a document without a root has a problem");
    }

    private static String defaultName(Path file, Report report) {
        String name = file.getFileName().toString().replaceFirst("\\.(yaml|yml|json)$", "");
        if (report.at("/name").isMissingNode() && !name.matches(SAFE_NAME)) {
            report.value(
                    "/name",
                    "missing, and the file's name cannot stand in; expected 1 to 100 letters, digits, `.`, `_` or"
                            + " `-`, the first a letter or digit");
        }
        return name;
    }
}
