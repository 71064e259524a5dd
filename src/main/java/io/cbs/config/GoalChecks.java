package io.cbs.config;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether the goals suit the workload. Looks only at parts that fit the schema. */
final class GoalChecks {
    private static final String SAMPLE = "/evaluation/train_sample";

    private final Report report;
    private final JsonNode kind;
    private final boolean classifier;

    GoalChecks(Report report) {
        this.report = report;
        this.kind = report.at("/workload/kind");
        this.classifier = kind.asString("").equals("classifier");
    }

    void check() {
        boolean onTrain = false;
        for (int i = 0; i < report.at("/goals").size(); i++) {
            String goal = Pointer.child("/goals", i);
            if (report.usable(goal)) {
                range(goal);
                suits(goal);
                onTrain |= report.at(goal + "/on").asString("").equals("train");
            }
        }
        if (onTrain) {
            sample();
        }
    }

    private void range(String goal) {
        JsonNode atMost = report.at(goal + "/at_most");
        if (report.at(goal + "/metric").asString("").equals("error_rate") && atMost.doubleValue() >= 1) {
            report.value(
                    goal + "/at_most",
                    "expected an error rate above 0 and below 1, found " + Words.found(atMost)
                            + "; 10% is written 0.1");
        }
    }

    private void suits(String goal) {
        if (!report.usable("/workload/kind")) {
            return;
        }
        JsonNode metric = report.at(goal + "/metric");
        List<String> suitable = classifier ? List.of("error_rate", "cross_entropy") : List.of("expected_loss");
        if (!suitable.contains(metric.asString(""))) {
            report.value(
                    goal + "/metric",
                    "expected " + Words.choice(suitable) + " for a workload of kind " + kind.stringValue() + ", found "
                            + metric.stringValue());
        }
        if (!classifier && report.at(goal + "/on").asString("").equals("train")) {
            report.value(goal + "/on", "a workload of kind " + kind.stringValue() + " has no training set");
        }
    }

    private void sample() {
        if (!report.usable(SAMPLE) || !report.usable(TrainingSet.pointer(report.document()))) {
            return;
        }
        long sample = report.at(SAMPLE).longValue();
        long train = TrainingSet.size(report.document()).orElse(Long.MAX_VALUE);
        if (sample > train) {
            report.value(SAMPLE, "a sample of " + sample + " is larger than the training set of " + train);
        }
    }
}
