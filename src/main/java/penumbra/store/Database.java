package penumbra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import penumbra.store.StoreException.Reason;

/// Connections to SQLite files, and what their errors mean.
final class Database {

    /// What a connection may do.
    enum Mode {
        CREATE("rwc", TransactionMode.IMMEDIATE),
        WRITE("rw", TransactionMode.IMMEDIATE),
        READ("ro", TransactionMode.DEFERRED),
        /// Reading where nothing can be created beside the file, not even the shared memory of the
        /// write-ahead log. Wrong while anybody writes the file.
        FROZEN("ro&immutable=1", TransactionMode.DEFERRED);

        private final String uri;
        private final TransactionMode transactions;

        Mode(String uri, TransactionMode transactions) {
            this.uri = uri;
            this.transactions = transactions;
        }
    }

    private static final int BUSY_MS = 2000;

    private Database() {}

    static Connection connect(Path file, Mode mode) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(mode.transactions);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MS);
        config.setGetGeneratedKeys(false);
        Connection connection =
                config.createConnection("jdbc:sqlite:" + file.toUri() + "?mode=" + mode.uri);
        try {
            execute(
                    connection,
                    "PRAGMA fullfsync = ON",
                    "PRAGMA cell_size_check = ON",
                    "PRAGMA trusted_schema = OFF");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /// A connection that reads, wherever the file lies, and leaves nothing beside it.
    ///
    /// Whoever has a project open keeps its write-ahead log there; without one nobody has, and the
    /// file can be read as it stands. That also spares the folder the shared memory that a
    /// connection for reading makes, but may not delete.
    ///
    /// @throws StoreException if a log with edits lies there that cannot be read, because nothing
    ///   can be created beside it
    static Connection connectToRead(Path file) throws StoreException {
        Path log = NewProject.logOf(file);
        try {
            if (!Files.exists(log)) {
                return connectProven(file, Mode.FROZEN);
            }
            try {
                return connectProven(file, Mode.READ);
            } catch (SQLException e) {
                if (explain(e, file).reason() != Reason.NOT_WRITABLE) {
                    throw e;
                }
                if (Files.size(log) > 0) {
                    throw StoreException.because(e, Reason.LOG_LEFT, file, log);
                }
                return connectProven(file, Mode.FROZEN);
            }
        } catch (SQLException e) {
            throw explain(e, file);
        } catch (IOException e) {
            throw StoreException.because(e, Reason.DISK_FAILED, file, e.getMessage());
        }
    }

    /// A connection that has read a page.
    private static Connection connectProven(Path file, Mode mode) throws SQLException {
        Connection connection = connect(file, mode);
        try {
            number(connection, "SELECT count(*) FROM sqlite_schema");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The first column of the first row.
    ///
    /// @throws SQLException also when there is no row
    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // Whatever was committed is on disk; the connection ends with the process at the
            // latest.
        }
    }

    /// The sentence for an error of SQLite; see <https://sqlite.org/rescode.html> for the codes.
    static StoreException explain(SQLException e, Path file) {
        return switch (e.getErrorCode() & 0xff) {
            case 3, 8, 14, 23 -> StoreException.because(e, Reason.NOT_WRITABLE, file);
            case 5, 6 -> StoreException.because(e, Reason.BUSY, file);
            case 10 -> StoreException.because(e, Reason.DISK_FAILED, file, e.getMessage());
            case 13 -> StoreException.because(e, Reason.DISK_FULL, file);
            case 19 -> StoreException.because(e, Reason.MISFIT, file, e.getMessage());
            case 26 -> StoreException.because(e, Reason.NOT_A_PROJECT, file);
            default ->
                    StoreException.because(e, Reason.DAMAGED, file, Part.structure(e.getMessage()));
        };
    }
}
