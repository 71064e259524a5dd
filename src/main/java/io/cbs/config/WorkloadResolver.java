package io.cbs.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the workload that a config names in the place of its name. */
final class WorkloadResolver {
    private static final String POINTER = "/workload";
    private static final String EXTENSION = ".yaml";

    private final Path folder;
    private final Problems problems;

    /** @param home the folder whose {@code workloads} holds the named ones */
    WorkloadResolver(Path home, Problems problems) {
        this.folder = home.resolve("workloads");
        this.problems = problems;
    }

    /** The document with its workload written out; as it was, with a problem added, where there is none to be had. */
    Document resolve(Document config) {
        JsonNode workload = config.at(POINTER);
        JsonNode base = workload.path("base");
        if (workload.isString() && problems.clean(POINTER)) {
            return load(config, POINTER, workload.stringValue())
                    .map(named -> config.under(named, with(config, named.root())))
                    .orElse(config);
        }
        if (base.isString() && problems.clean(POINTER + "/base")) {
            ObjectNode changes = ((ObjectNode) workload).deepCopy();
            changes.remove("base");
            return load(config, POINTER + "/base", base.stringValue())
                    .map(named -> named.under(config, with(config, merge(named.root(), changes))))
                    .orElse(config);
        }
        return config;
    }

    private static JsonNode with(Document config, JsonNode workload) {
        return ((ObjectNode) config.root().deepCopy()).set("workload", workload);
    }

    private Optional<Document> load(Document config, String pointer, String name) {
        Mark mark = config.value(pointer);
        Path file;
        if (name.endsWith(EXTENSION) && name.indexOf('\0') < 0) {
            file = mark.source().file().resolveSibling(name);
        } else {
            file = folder.resolve(name.matches("[A-Za-z0-9._-]+") ? name + EXTENSION : EXTENSION);
        }
        if (!Files.isRegularFile(file)) {
            problems.add(mark, pointer, notFound(name));
            return Optional.empty();
        }
        Source source = new Source(file, POINTER);
        Document document = TextFile.read(file, source, problems)
                .map(text -> YamlParser.parse(text, source, problems))
                .orElse(null);
        if (document == null || document.root().isMissingNode()) {
            return Optional.empty();
        }
        if (document.root() instanceof ObjectNode mapping && !mapping.has("name")) {
            mapping.put("name", stem(file));
        }
        return Optional.of(document);
    }

    private String notFound(String name) {
        if (name.endsWith(EXTENSION)) {
            return "there is no file " + Words.quoted(name);
        }
        List<String> known = names();
        return "no workload is named " + Words.quoted(name)
                + (known.isEmpty() ? "" : "; known are " + String.join(", ", known))
                + Hint.didYouMean(name, known);
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .map(WorkloadResolver::stem)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }

    /** Mappings are merged, all else replaced; a mapping of another kind has other keys and so replaces the whole. */
    private static JsonNode merge(JsonNode base, JsonNode changes) {
        boolean sameKind = !changes.has("kind") || changes.path("kind").equals(base.path("kind"));
        if (!(base instanceof ObjectNode) || !(changes instanceof ObjectNode) || !sameKind) {
            return changes;
        }
        ObjectNode merged = ((ObjectNode) base).deepCopy();
        changes.forEachEntry((key, value) -> merged.set(key, merge(merged.path(key), value)));
        return merged;
    }
}
