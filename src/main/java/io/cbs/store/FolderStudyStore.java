package io.cbs.store;

import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The study in a results folder that this process holds the lock of. */
final class FolderStudyStore implements StudyStore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StudyFolder study;
    private final AtomicFiles files;
    private final Clock clock;
    private final Consumer<Finding> findings;
    private final AtomicBoolean waveOpen = new AtomicBoolean();

    FolderStudyStore(StudyFolder study, AtomicFiles files, Clock clock, Consumer<Finding> findings) {
        this.study = study;
        this.files = files;
        this.clock = clock;
        this.findings = findings;
    }

    @Override
    public List<Trajectory> published() {
        StudyFolder.Content content = study.read();
        for (StudyFolder.Unusable unusable : content.unusable()) {
            Path aside = setAside(unusable.path());
            findings.accept(new Finding(unusable.path(), unusable.reason(), Optional.of(aside)));
        }
        return content.trajectories();
    }

    private Path setAside(Path folder) {
        String name = folder.getFileName() + ".corrupt-" + STAMP.format(clock.instant());
        Path aside = folder.resolveSibling(name);
        for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
            aside = folder.resolveSibling(name + "-" + i);
        }
        files.rename(folder, aside);
        return aside;
    }

    /**
     * {@inheritDoc}
     *
     * <p>What a killed run left of its wave is deleted: without a checkpoint of the training state it cannot be
     * continued, and its trials start over.
     */
    @Override
    public Wave begin(List<Trial> trials) {
        for (Trial trial : trials) {
            if (!Names.isTrial(trial.id()) || trial.batchSize() != study.batchSize()) {
                throw new IllegalArgumentException("not of this study, or with an odd id: " + trial);
            }
        }
        OpenWave wave = new OpenWave(study, files, trials, () -> waveOpen.set(false));
        if (!waveOpen.compareAndSet(false, true)) {
            throw new IllegalStateException("a wave of this study is open");
        }
        try {
            files.ensureFolder(Names.noLink(study.path().getParent()));
            files.ensureFolder(Names.noLink(study.path()));
            clear(study, files);
            wave.start();
        } catch (RuntimeException e) {
            waveOpen.set(false);
            throw e;
        }
        return wave;
    }

    /** Deletes what is not published. */
    static void clear(StudyFolder study, AtomicFiles files) {
        files.deleteTree(study.path().resolve(Names.RUNNING));
        files.deleteTree(study.path().resolve(Names.PUBLISHING));
    }
}
