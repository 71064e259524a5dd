package io.cbs.store.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was imported, from where and by which rules: the content of {@code import.json}. Equal trees and rules give
 * equal records but for {@code source}.
 *
 * @param schemaVersion 1
 * @param kind {@code batch-science}
 * @param source the folder as the user named it
 * @param contentSha256 over the names, sizes and bytes of every file that was read
 * @param studies ascending in batch size
 * @param goals in the order asked for
 */
public record ImportRecord(
        int schemaVersion,
        String kind,
        String source,
        String dataset,
        String model,
        String optimizer,
        String contentSha256,
        Rules rules,
        List<Study> studies,
        List<GoalPoints> goals) {
    static final int SCHEMA_VERSION = 1;
    static final String KIND = "batch-science";

    public ImportRecord {
        studies = List.copyOf(studies);
        goals = List.copyOf(goals);
    }

    /**
     * How trials became numbers, for people, but for the count.
     *
     * @param trials how many complete trials counted at each batch size, or null for all
     */
    public record Rules(String trialsCounted, Integer trials, String reached, String steps) {}

    /**
     * @param trainSteps the fewest steps of a complete trial by the study's own word; 0 where there was no such rule
     * @param counted how many of the complete trials the rules kept
     */
    public record Study(int batchSize, long trainSteps, int complete, int incomplete, int infeasible, int counted) {}

    /** @param points one per study, reached or not */
    public record GoalPoints(Target target, List<Point> points) {
        public GoalPoints {
            points = List.copyOf(points);
        }
    }

    /**
     * @param allRanTo the last step of the counted trial that was measured least far; 0 where none counted
     * @param best the trial that reached the goal in the fewest steps; null where none did
     */
    public record Point(int batchSize, long allRanTo, Best best) {
        /** Empty where no counted trial reached the goal. */
        public Optional<Best> reached() {
            return Optional.ofNullable(best);
        }
    }

    /**
     * @param steps the first evaluation that meets the goal
     * @param previousStep the evaluation before it in the same trial, or 0
     * @param value the metric at {@code steps}
     * @param learningRate the parameter of that name, or null
     * @param parameters everything that was tuned
     */
    public record Best(
            long trialId,
            long steps,
            long previousStep,
            double value,
            Double learningRate,
            Map<String, Object> parameters) {}

    /** {@code dataset/model/optimizer}. */
    public String workload() {
        return dataset + "/" + model + "/" + optimizer;
    }

    /** Whether the other comes from equal files by equal rules, wherever they lay. */
    boolean isSameImport(ImportRecord other) {
        return withoutSource().equals(other.withoutSource());
    }

    private ImportRecord withoutSource() {
        return new ImportRecord(
                schemaVersion, kind, "", dataset, model, optimizer, contentSha256, rules, studies, goals);
    }
}
