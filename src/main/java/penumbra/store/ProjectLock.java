package penumbra.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import penumbra.store.StoreException.Reason;
import penumbra.text.Texts;

/// The right to write a project, held by at most one store at a time: a write transaction, held
/// open, on the small database `NAME.penumbra.lock`, in which the holder left its name before.
///
/// Why SQLite locks a file of its own: the lock ends with the process whatever its end, two stores
/// of one process exclude each other as two processes do, and the holder's name can be read while
/// it is held. A `FileChannel` lock fails the second: closing any channel on a file drops the locks
/// that the whole process has on it. The project file itself cannot carry the lock, because every
/// commit ends a transaction there. The lock file is never deleted: whoever deletes it while
/// another is opening it lets two in.
final class ProjectLock implements AutoCloseable {

    /// How a claim ended.
    sealed interface Claim {
        record Granted(ProjectLock lock) implements Claim {}

        /// @param holder who has it, as a person reads it
        record Taken(String holder) implements Claim {}

        /// No lock file can be written there.
        record NoPlace() implements Claim {}
    }

    private record Holder(long pid, String user, String host, String since) {

        static Holder here() {
            return new Holder(
                    ProcessHandle.current().pid(),
                    System.getProperty("user.name"),
                    hostName(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        }

        private static String hostName() {
            try {
                return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            } catch (IOException _) {
                return hostNameByAddress();
            }
        }

        private static String hostNameByAddress() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException _) {
                return "localhost";
            }
        }

        @Override
        public String toString() {
            return Texts.of(ProjectLock.class, "holder", Long.toString(pid), user, host, since);
        }
    }

    private static final int ATTEMPTS = 3;

    private final Connection connection;

    private ProjectLock(Connection connection) {
        this.connection = connection;
    }

    static Path fileOf(Path project) {
        return project.resolveSibling(project.getFileName() + ".lock");
    }

    /// @throws StoreException if the lock file is something else
    static Claim claim(Path project) throws StoreException {
        Path file = fileOf(project);
        try {
            Connection connection = Database.connect(file, Database.Mode.CREATE);
            try {
                if (take(connection)) {
                    return new Claim.Granted(new ProjectLock(connection));
                }
            } catch (SQLException e) {
                Database.closeQuietly(connection);
                throw e;
            }
            Database.closeQuietly(connection);
            return new Claim.Taken(holderOf(file));
        } catch (SQLException e) {
            StoreException explained = Database.explain(e, file);
            return switch (explained.reason()) {
                case BUSY -> new Claim.Taken(holderOf(file));
                case NOT_WRITABLE, DISK_FULL -> new Claim.NoPlace();
                case NOT_A_PROJECT, DAMAGED ->
                        throw StoreException.because(e, Reason.LOCK_BROKEN, project, file);
                default -> throw explained;
            };
        }
    }

    /// Commits the name and begins the next transaction; in between another may have done the same,
    /// so that only who finds the own name inside a transaction holds the lock.
    private static boolean take(Connection connection) throws SQLException {
        Database.execute(connection, "PRAGMA busy_timeout = 200");
        connection.setAutoCommit(false);
        Database.execute(
                connection,
                "CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid"
                        + " INTEGER, user TEXT, host TEXT, since TEXT)");
        Holder me = Holder.here();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            write(connection, me);
            connection.commit();
            if (me.equals(read(connection))) {
                return true;
            }
        }
        return false;
    }

    private static void write(Connection connection, Holder holder) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement("REPLACE INTO holder VALUES (1, ?, ?, ?, ?)")) {
            put.setLong(1, holder.pid());
            put.setString(2, holder.user());
            put.setString(3, holder.host());
            put.setString(4, holder.since());
            put.executeUpdate();
        }
    }

    private static Holder read(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT pid, user, host, since FROM holder")) {
            return new Holder(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    private static String holderOf(Path file) {
        try (Connection connection = Database.connect(file, Database.Mode.READ)) {
            return read(connection).toString();
        } catch (SQLException _) {
            return Texts.of(ProjectLock.class, "holder.unknown");
        }
    }

    @Override
    public void close() {
        Database.closeQuietly(connection);
    }
}
