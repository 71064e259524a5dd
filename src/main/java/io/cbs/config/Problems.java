package io.cbs.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects everything wrong with a config, so that it is all reported at once. */
final class Problems {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Set<String> pointers = new HashSet<>();

    /** @param first the file whose problems come first */
    Problems(Source first) {
        files.add(first.name());
    }

    void add(Mark mark, String pointer, String message) {
        Source source = mark.source();
        if (!files.contains(source.name())) {
            files.add(source.name());
        }
        pointers.add(pointer);
        String inFile = Pointer.within(pointer, source.prefix())
                ? pointer.substring(source.prefix().length())
                : pointer;
        problems.add(new Problem(source.name(), mark.line(), mark.column(), Pointer.display(inFile), message));
    }

    boolean has(String pointer) {
        return pointers.contains(pointer);
    }

    /** True when nothing is known to be wrong with the part at {@code pointer}, in it or around it. */
    boolean clean(String pointer) {
        return pointers.stream().noneMatch(bad -> Pointer.within(bad, pointer) || Pointer.within(pointer, bad));
    }

    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        throw new ConfigException(problems.stream()
                .sorted(Comparator.comparingInt((Problem problem) -> files.indexOf(problem.file()))
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column)
                        .thenComparing(Problem::path)
                        .thenComparing(Problem::message))
                .toList());
    }
}
