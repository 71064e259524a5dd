package io.cbs.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code results/<name>/}, held for writing by one run.
 *
 * <p>After a crash at any moment, of the process or the machine, every wave that was published is there whole and no
 * other is; config and environment are as before or as after. A trial's record never changes once published. A full
 * disk, missing permission or broken disk throws {@link StoreException} and leaves what was published as it was.
 */
public final class ResultsFolder implements AutoCloseable {
    private final Path path;
    private final List<String> command;
    private final Consumer<Finding> findings;
    private final AtomicFiles files;
    private final Clock clock;
    private final FolderLock lock;

    private ResultsFolder(
            Path path,
            List<String> command,
            Consumer<Finding> findings,
            AtomicFiles files,
            Clock clock,
            FolderLock lock) {
        this.path = path;
        this.command = command;
        this.findings = findings;
        this.files = files;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it where there is none. Never waits.
     *
     * @param results the folder of all results
     * @param name the sweep's name, see {@code SweepConfig}
     * @param command the command line, for the environment record and for the message of a run that finds the lock
     * @param findings told of every record that is set aside
     * @throws LockedException when another run, or this process, holds it
     */
    public static ResultsFolder open(Path results, String name, List<String> command, Consumer<Finding> findings) {
        return open(results, name, command, findings, new DiskFileOps(), Clock.systemUTC());
    }

    static ResultsFolder open(
            Path results, String name, List<String> command, Consumer<Finding> findings, FileOps ops, Clock clock) {
        AtomicFiles files = new AtomicFiles(ops);
        Path root = results.toAbsolutePath().normalize();
        Path path = Names.noLink(root.resolve(Names.sweep(name)));
        if (Files.exists(path.resolve(Names.IMPORT))) {
            throw new StoreException(path, "holds imported curves; choose another name in the config", null);
        }
        files.ensureFolders(root);
        files.ensureFolder(path);
        LockHolder self = new LockHolder(
                ProcessHandle.current().pid(),
                HostFacts.hostName(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                String.join(" ", command),
                ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(Object::toString)
                        .orElse(""));
        FolderLock lock = FolderLock.acquire(path, self, files);
        return new ResultsFolder(path, List.copyOf(command), findings, files, clock, lock);
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** Writes the config as run, with every default filled in. */
    public void writeConfig(String json) {
        files.replace(path.resolve(Names.CONFIG), json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Records what this attempt runs on, in {@code environment-<n>.json} with n counting the attempts from 1.
     *
     * @param facts what the caller adds, such as the engine and its devices: anything that Jackson can write
     * @return the file
     */
    public Path recordEnvironment(Map<String, ?> facts) {
        int attempt = 1
                + StudyFolder.list(path).stream()
                        .mapToInt(entry -> Names.environment(entry.getFileName().toString())
                                .orElse(0))
                        .max()
                        .orElse(0);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("schema_version", 1);
        record.put("attempt", attempt);
        record.put("started", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("command", command);
        record.putAll(HostFacts.ofThisMachine().collect());
        record.putAll(facts);
        Path file = path.resolve(Names.environment(attempt));
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(record) + "\n";
        files.replace(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /**
     * Pins the data that the folder's trials of a workload are trained on: the first call records the fingerprint, every
     * later one must bring the same.
     *
     * @throws StoreException where trials of this workload were trained on other data
     */
    public void pinData(String workloadId, String fingerprint) {
        Path file = path.resolve(Names.data(workloadId));
        try {
            if (!Files.exists(file)) {
                files.replace(file, (fingerprint + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String pinned = Files.readString(file).strip();
            if (!pinned.equals(fingerprint)) {
                throw new StoreException(
                        file,
                        "the trials here were trained on data with fingerprint " + pinned + ", the data now have "
                                + fingerprint + "; restore the data, or choose another name in the config",
                        null);
            }
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        }
    }

    /** The study at a batch size, published or not. Reading it sets aside every record that does not verify. */
    public StudyStore study(int batchSize) {
        Path folder = Names.noLink(Names.noLink(path.resolve(Names.STUDIES)).resolve(Names.study(batchSize)));
        return new FolderStudyStore(new StudyFolder(folder, batchSize), files, clock, findings);
    }

    /** The batch sizes that have a folder, ascending. */
    public List<Integer> batchSizes() {
        return ResultsReader.batchSizes(path);
    }

    /** Frees the folder for the next run. */
    @Override
    public void close() {
        lock.close();
    }
}
