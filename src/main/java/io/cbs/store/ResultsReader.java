package io.cbs.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a results folder and changes nothing in it: for fits and tables, while a sweep runs or years later, also from a
 * read-only place. What it sees is whole: a wave that is being published is there or not. Throws {@link StoreException}
 * where the disk or the permissions prevent reading.
 */
public final class ResultsReader {
    /** Name of the file with the config as run. */
    public static final String CONFIG = Names.CONFIG;

    private final Path path;

    private ResultsReader(Path path) {
        this.path = path;
    }

    /** Throws {@link StoreException} where there is no results folder. */
    public static ResultsReader open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path.resolve(Names.CONFIG))) {
            throw new StoreException(
                    path,
                    "is not a results folder: it has no " + Names.CONFIG + "; name the folder of one sweep",
                    null);
        }
        return new ResultsReader(path);
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** The config as run. */
    public String config() {
        Path file = path.resolve(Names.CONFIG);
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        }
    }

    /** The batch sizes that have a folder, ascending. */
    public List<Integer> batchSizes() {
        return batchSizes(path);
    }

    static List<Integer> batchSizes(Path path) {
        return StudyFolder.list(path.resolve(Names.STUDIES)).stream()
                .map(entry -> Names.batchSize(entry.getFileName().toString()))
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .sorted()
                .toList();
    }

    /** What was published at a batch size; records that do not verify are reported and left where they are. */
    public PublishedStudy published(int batchSize) {
        StudyFolder.Content content = study(batchSize).read();
        return new PublishedStudy(
                content.trajectories(),
                content.unusable().stream()
                        .map(unusable -> new Finding(unusable.path(), unusable.reason(), Optional.empty()))
                        .toList());
    }

    /** The trials of the wave in progress at a batch size, or of the wave that a killed run left, by trial id. */
    public List<LiveTrial> running(int batchSize) {
        List<LiveTrial> trials = new ArrayList<>();
        for (Path folder : StudyFolder.list(study(batchSize).path().resolve(Names.RUNNING))) {
            live(folder, batchSize).ifPresent(trials::add);
        }
        return trials;
    }

    private static Optional<LiveTrial> live(Path folder, int batchSize) {
        try {
            TrialMetadata metadata = TrialMetadata.decode(Files.readAllBytes(folder.resolve(Names.METADATA)));
            Path measurements = folder.resolve(Names.MEASUREMENTS);
            byte[] lines = Files.exists(measurements) ? Files.readAllBytes(measurements) : new byte[0];
            return Optional.of(new LiveTrial(metadata.trial(), MeasurementLines.prefix(lines)))
                    .filter(trial -> trial.trial().batchSize() == batchSize);
        } catch (UnusableRecordException | IOException e) {
            // Being written, or just published: the next look finds it in its place.
            return Optional.empty();
        }
    }

    /** Who holds the folder for writing, or held it when its process was killed. */
    public Optional<LockHolder> holder() {
        return LockHolder.read(path.resolve(FolderLock.HOLDER_FILE));
    }

    private StudyFolder study(int batchSize) {
        return new StudyFolder(path.resolve(Names.STUDIES).resolve(Names.study(batchSize)), batchSize);
    }
}
