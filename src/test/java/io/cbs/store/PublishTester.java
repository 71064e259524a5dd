package io.cbs.store;

import io.cbs.measure.TrialEnd;
import java.nio.file.Path;
import java.util.List;

/** A process that publishes a small wave and then, unless stopped by the disk, a big one. */
final class PublishTester {
    /** As io errors are reported by the command line. */
    static final int EXIT_DISK = 74;

    private PublishTester() {}

    public static void main(String[] args) {
        try (ResultsFolder folder = ResultsFolder.open(Path.of(args[0]), "sweep", List.of(), finding -> {})) {
            StudyStore store = folder.study(Samples.BATCH_SIZE);
            folder.writeConfig("{}");
            if (store.published().isEmpty()) {
                Samples.publish(store, Samples.trajectory("small"));
            }
            Samples.publish(store, Samples.trajectory("big", 20_000, TrialEnd.REACHED));
        } catch (StoreException e) {
            System.out.println(e.getMessage());
            System.exit(EXIT_DISK);
        }
    }
}
