package io.cbs.store;

/** A trial's files are not a record that this version may use; the message says why. */
final class UnusableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableRecordException(String reason) {
        super(reason);
    }
}
