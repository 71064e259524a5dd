package io.cbs.store;

import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the folder of one study; changes nothing. */
record StudyFolder(Path path, int batchSize) {

    /** A trial's folder that may not be used, and why. */
    record Unusable(Path path, String reason) {}

    record Content(List<Trajectory> trajectories, List<Unusable> unusable) {}

    Content read() {
        Map<String, Trajectory> best = new TreeMap<>();
        List<Unusable> unusable = new ArrayList<>();
        for (Path wave : waves()) {
            for (Path folder : list(wave)) {
                String id = folder.getFileName().toString();
                if (!Names.isTrial(id)) {
                    continue; // Set aside earlier, or not the store's.
                }
                try {
                    best.merge(id, trial(folder, id), StudyFolder::better);
                } catch (UnusableRecordException e) {
                    unusable.add(new Unusable(folder, e.getMessage()));
                }
            }
        }
        return new Content(List.copyOf(best.values()), unusable);
    }

    /** The wave folders in the order of publishing. */
    List<Path> waves() {
        return list(path).stream()
                .filter(entry -> Names.wave(entry.getFileName().toString()).isPresent())
                .sorted(Comparator.comparingInt(
                        entry -> Names.wave(entry.getFileName().toString()).getAsInt()))
                .toList();
    }

    /** The entries of a folder by name; none where there is no folder. */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (NoSuchFileException e) {
            return List.of(); // gone since: a running wave was published
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw StoreException.reading(folder, e);
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        return entries;
    }

    private Trajectory trial(Path folder, String id) throws UnusableRecordException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableRecordException("not a folder");
        }
        byte[] metadata = content(folder.resolve(Names.METADATA));
        byte[] measurements = content(folder.resolve(Names.MEASUREMENTS));
        return new TrialRecord(metadata, measurements).verify(id, batchSize);
    }

    private static byte[] content(Path file) throws UnusableRecordException {
        String name = file.getFileName().toString();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableRecordException(name + " is not a file");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnusableRecordException(name + " is missing");
        } catch (IOException e) {
            // Permissions, or a disk or network that fails, say nothing about the record, so it must not be set aside.
            throw StoreException.reading(file, e);
        }
    }

    /**
     * The longer observation; of two equally long ones the later wave's, which was read against the later goals. A
     * failed one never stands in for one that is sound: the failure says nothing about the trial.
     */
    private static Trajectory better(Trajectory earlier, Trajectory later) {
        boolean earlierFailed = earlier.end() == TrialEnd.FAILED;
        boolean laterFailed = later.end() == TrialEnd.FAILED;
        if (earlierFailed != laterFailed) {
            return earlierFailed ? later : earlier;
        }
        return later.lastStep() >= earlier.lastStep() ? later : earlier;
    }
}
