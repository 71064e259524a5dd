package io.cbs.fit;

import io.cbs.store.exchange.ImportedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The curves of a results folder of either kind: a sweep's, or imported. */
public final class FolderCurves implements CurveSource {
    private final CurveSource sweeps;
    private final CurveSource imported;

    public FolderCurves(CurveSource sweeps, CurveSource imported) {
        this.sweeps = sweeps;
        this.imported = imported;
    }

    @Override
    public List<Curve> read(Path folder) throws IOException {
        return (ImportedFolder.is(folder) ? imported : sweeps).read(folder);
    }
}
