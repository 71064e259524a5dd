package io.cbs.fit;

import java.util.List;

/** A table that cannot be used; carries every problem found, in file order. */
public final class CsvException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<CsvProblem> problems;

    public CsvException(List<CsvProblem> problems) {
        super(String.join("\n", problems.stream().map(CsvProblem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<CsvProblem> problems() {
        return problems;
    }
}
