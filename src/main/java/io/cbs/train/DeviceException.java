package io.cbs.train;

/** A device was asked for that this machine does not have, or that cannot be used as asked. */
public final class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeviceException(String message) {
        super(message);
    }
}
