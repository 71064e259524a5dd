package io.cbs.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say about the axes of a sweep: order, repeats, sizes. Looks only at parts that fit the schema. */
final class SweepChecks {
    private static final String BATCH_SIZES = "/batch_sizes";
    private static final String LEARNING_RATE = "/learning_rate";

    private final Report report;

    SweepChecks(Report report) {
        this.report = report;
    }

    void check() {
        if (report.usable(BATCH_SIZES)) {
            range(BATCH_SIZES);
            list(BATCH_SIZES, Values.batchSizes(report.at(BATCH_SIZES)), "batch sizes");
        }
        if (report.usable(LEARNING_RATE)) {
            learningRates();
        }
        if (report.usable("/seeds")) {
            repeats("/seeds");
        }
        if (report.usable("/goals")) {
            repeats("/goals");
        }
        if (report.usable("/devices")) {
            devices();
        }
        if (report.usable(BATCH_SIZES)) {
            batchSizes();
        }
    }

    private void learningRates() {
        JsonNode node = report.at(LEARNING_RATE);
        if (node.has("values")) {
            for (String key : List.of("from", "to", "per_decade")) {
                if (node.has(key)) {
                    report.key(LEARNING_RATE + "/" + key, "cannot stand beside `values`; give the list or the grid");
                }
            }
            repeats(LEARNING_RATE + "/values");
            return;
        }
        range(LEARNING_RATE);
        list(LEARNING_RATE, Values.learningRates(node), "learning rates");
    }

    private void range(String pointer) {
        JsonNode from = report.at(pointer + "/from");
        JsonNode to = report.at(pointer + "/to");
        if (from.isNumber() && to.isNumber() && from.doubleValue() > to.doubleValue()) {
            report.value(
                    pointer + "/to",
                    "expected at least `from`, which is " + Words.found(from) + ", found " + Words.found(to));
        }
    }

    private void list(String pointer, List<?> values, String noun) {
        if (values.size() > Values.MOST) {
            report.value(pointer, "expected at most " + Values.MOST + " " + noun + ", found more");
        }
        repeats(pointer);
    }

    private void repeats(String pointer) {
        Set<Object> seen = new HashSet<>();
        JsonNode list = report.at(pointer);
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode element = list.get(i);
            if (!seen.add(element.isNumber() ? element.doubleValue() : element)) {
                String what = element.isObject() ? "this entry" : Words.found(element);
                report.value(Pointer.child(pointer, i), what + " is listed twice");
            }
        }
    }

    private void devices() {
        repeats("/devices");
        JsonNode list = report.at("/devices");
        for (int i = 0; list.size() > 1 && i < list.size(); i++) {
            if (list.get(i).asString("").equals("auto")) {
                report.value(Pointer.child("/devices", i), "`auto` cannot stand beside other devices");
            }
        }
    }

    /** Every batch size must fit into the training set and leave the budget at least one step. */
    private void batchSizes() {
        JsonNode node = report.at(BATCH_SIZES);
        List<Integer> sizes = Values.batchSizes(node);
        long largest = Long.MAX_VALUE;
        if (report.usable(TrainingSet.pointer(report.document()))) {
            largest = TrainingSet.size(report.document()).orElse(largest);
        }
        long examples = report.usable("/budget/examples")
                ? report.at("/budget/examples").longValue()
                : Long.MAX_VALUE;
        for (int i = 0; i < sizes.size(); i++) {
            String pointer = node.isArray() ? Pointer.child(BATCH_SIZES, i) : BATCH_SIZES + "/to";
            int size = sizes.get(i);
            if (report.problems().has(pointer)) {
                continue;
            }
            if (size > largest) {
                report.value(pointer, "batch size " + size + " is larger than the training set of " + largest);
            } else if (size > examples) {
                report.value(pointer, "batch size " + size + " does not fit the budget of " + examples + " examples");
            }
        }
    }
}
