package io.cbs.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the curves of a results folder: one per goal. */
@FunctionalInterface
public interface CurveSource {

    /** @throws IOException if the folder holds no results or cannot be read */
    List<Curve> read(Path results) throws IOException;
}
