package io.cbs.store.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds small trees in the layout of the database, below {@code mnist/cnn/sgd}. */
public record Tree(Path root) {
    public static final String ERROR = "val/classification_error";

    public Path workload() {
        return root.resolve("mnist/cnn/sgd");
    }

    public Tree study(long batchSize) {
        write(workload().resolve(batchSize + "/study.json"), """
                {"batch_size": %d, "dataset": "mnist", "early_stopping": false, "parameter_configs": {}, "train_steps": 0}
                """.formatted(batchSize));
        return this;
    }

    /** @param rows lines under the header {@code step,val/classification_error}, parted by blanks */
    public Tree trial(long batchSize, long id, String status, String rows) {
        String table = "step," + ERROR + "\n" + rows.strip().replaceAll("\\s+", "\n") + "\n";
        return trial(batchSize, id, status, "\"learning_rate\": " + id / 100.0, table);
    }

    public Tree trial(long batchSize, long id, String status, String parameters, String table) {
        Path folder = folder(batchSize, id);
        write(folder.resolve("metadata.json"), """
                {"_internal_trial_id": 7, "parameters": {%s}, "status": "%s", "steps": 9, "trial_id": %d}
                """.formatted(parameters, status, id));
        write(folder.resolve("measurements.csv"), table);
        return this;
    }

    public Path folder(long batchSize, long id) {
        return workload().resolve(batchSize + "/" + id);
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
