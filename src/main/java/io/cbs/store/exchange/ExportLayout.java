package io.cbs.store.exchange;

import io.cbs.config.SweepConfig;
import io.cbs.store.StagedFolder;
import java.nio.file.Path;

/** A form in which a sweep's trials are written. */
interface ExportLayout {

    /** The folder that is made in one step; nothing may be there. */
    Path folder(Path to, SweepConfig config);

    /** Writes one study; called once for each, ascending in batch size. */
    void add(StagedFolder folder, ExportedStudy study);
}
