package io.cbs.run;

import io.cbs.measure.StudyResult;
import io.cbs.store.Finding;
import io.cbs.study.StudyListener;
import java.nio.file.Path;

/** Hears how a sweep goes on, on the thread that runs it. */
public interface SweepListener extends StudyListener {

    /**
     * The folder is held and read.
     *
     * @param done published trials that stand under this config
     * @param toRun trials that will run; the search may add some at an edge
     */
    default void sweepStarted(Path folder, int done, int toRun) {}

    /**
     * The study at {@code batchSize} begins.
     *
     * @param trains whether trials will run; where not, everything is published
     */
    default void studyStarted(int batchSize, boolean trains) {}

    /** Nothing is left to run of this study. */
    default void studyFinished(StudyResult result) {}

    /** A record did not verify; its trial runs again. */
    default void recordSetAside(Finding finding) {}
}
