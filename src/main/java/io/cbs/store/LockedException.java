package io.cbs.store;

import java.nio.file.Path;
import java.util.Optional;

/** Another run holds the results folder. Nothing was changed; the message says who holds it and since when. */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final transient LockHolder holder;

    LockedException(Path folder, Optional<LockHolder> holder) {
        super(folder + ": in use by "
                + holder.map(LockHolder::toString).orElse("another run")
                + "; wait for it to end, or give this run another results folder");
        this.folder = folder;
        this.holder = holder.orElse(null);
    }

    /** The results folder that is in use. */
    public Path folder() {
        return folder;
    }

    /** Who holds it, where that could be read. */
    public Optional<LockHolder> holder() {
        return Optional.ofNullable(holder);
    }
}
