package penumbra.store;

import java.io.Serial;
import java.util.Locale;
import penumbra.text.Texts;

/// A project file cannot be created, opened, read or written. The only exception that leaves this
/// package; its message is one sentence that names the file, the reason and what to do.
public final class StoreException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    /// Why, for callers that act on it.
    public enum Reason {
        /// There is no such file.
        NOT_FOUND,
        /// A new project would overwrite something.
        EXISTS,
        /// The file is there, but is no project.
        NOT_A_PROJECT,
        /// The file was written by a later version of the program.
        NEWER_VERSION,
        /// The file was written by an earlier version and cannot be brought up to date, because it
        /// cannot be written.
        OLDER_VERSION,
        /// The content contradicts its checksums, or the database its own structure.
        DAMAGED,
        /// The project is open for reading only.
        READ_ONLY,
        /// The disk is full.
        DISK_FULL,
        /// The file or its folder cannot be written.
        NOT_WRITABLE,
        /// The project file was moved, deleted or replaced while it was open.
        VANISHED,
        /// The disk or the network drive failed.
        DISK_FAILED,
        /// Another program is in the way for longer than it may take.
        BUSY,
        /// The lock file is no lock file.
        LOCK_BROKEN,
        /// Edits lie in the write-ahead log beside a project that cannot be written.
        LOG_LEFT,
        /// An edit does not fit what is stored.
        MISFIT,
        /// The store is closed.
        CLOSED
    }

    private final Reason reason;

    private StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static StoreException of(Reason reason, Object... arguments) {
        return because(null, reason, arguments);
    }

    static StoreException because(Throwable cause, Reason reason, Object... arguments) {
        String key = "error." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new StoreException(reason, Texts.of(StoreException.class, key, arguments), cause);
    }

    public Reason reason() {
        return reason;
    }
}
