package io.cbs.config;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The number of training examples, where the config alone says it. */
final class TrainingSet {
    private TrainingSet() {}

    /** Empty for IDX files without a split and for closed-form workloads. */
    static OptionalLong size(Document document) {
        JsonNode size = document.at(pointer(document));
        return size.isIntegralNumber() || size.isFloatingPointNumber()
                ? OptionalLong.of(size.longValue())
                : OptionalLong.empty();
    }

    /** Where the number stands. */
    static String pointer(Document document) {
        boolean split = document.at("/workload/data/split").isObject();
        return split ? "/workload/data/split/train" : "/workload/data/train";
    }
}
