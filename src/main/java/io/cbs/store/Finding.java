package io.cbs.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A trial's record that is corrupt, foreign or of another schema version. It is never used and never deleted.
 *
 * @param path where it was found
 * @param reason what is wrong with it
 * @param setAside where it was moved to, so that its trial runs again; empty when the folder was only read
 */
public record Finding(Path path, String reason, Optional<Path> setAside) {
    @Override
    public String toString() {
        return path + ": " + reason + "; "
                + setAside.map(to -> "kept as " + to.getFileName() + ", and the trial runs again")
                        .orElse("not used");
    }
}
