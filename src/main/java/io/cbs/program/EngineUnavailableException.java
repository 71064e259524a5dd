package io.cbs.program;

/** The engine's native libraries could not be loaded on this machine. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineUnavailableException(Throwable cause) {
        super(
                "the PyTorch engine could not be loaded: " + rootMessage(cause)
                        + "; check that the engine cache folder (DJL_CACHE_DIR) is writable and has 1 GB free, and that"
                        + " PYTORCH_LIBRARY_PATH, where set, names the libtorch version that DJL expects",
                cause);
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }
}
