package io.cbs.store.exchange;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * What is used of a {@code study.json}.
 *
 * @param trainSteps the fewest steps of a complete trial; 0 where there was no such rule
 */
record StudyFile(int batchSize, long trainSteps) {
    static final String NAME = "study.json";

    static StudyFile read(ForeignFiles files, Path folder, long named) {
        Path file = folder.resolve(NAME);
        JsonNode json = files.json(file);
        JsonNode batchSize = json.path("batch_size");
        if (!batchSize.isIntegralNumber() || !batchSize.canConvertToLong() || batchSize.longValue() != named) {
            throw ExchangeException.at(file, "batch_size is " + batchSize + " in the folder of batch size " + named);
        }
        if (named < 1 || named > Integer.MAX_VALUE) {
            throw ExchangeException.at(file, "a batch size is from 1 to " + Integer.MAX_VALUE + ", not " + named);
        }
        JsonNode steps = json.path("train_steps");
        if (!steps.isIntegralNumber() || !steps.canConvertToLong() || steps.longValue() < 0) {
            throw ExchangeException.at(file, "train_steps is " + steps + ", not a number of steps");
        }
        return new StudyFile((int) named, steps.longValue());
    }
}
