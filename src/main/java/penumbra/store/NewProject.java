package penumbra.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import penumbra.store.StoreException.Reason;

/// Makes project files: filled under another name, then renamed, so that a project is there whole
/// or not at all.
final class NewProject {

    /// Writes what the new project is to hold.
    @FunctionalInterface
    interface Filling {
        void into(Committer committer) throws StoreException;
    }

    private NewProject() {}

    /// @param file must not exist, nor may the write-ahead log of an earlier project of that name,
    ///   which SQLite would take for its own
    static void make(Path file, Filling filling) throws StoreException {
        for (Path path : List.of(file, logOf(file))) {
            if (Files.exists(path)) {
                throw StoreException.of(Reason.EXISTS, file, path);
            }
        }
        if (!Files.isDirectory(file.getParent())) {
            throw StoreException.of(Reason.NOT_WRITABLE, file);
        }
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            fill(draft, filling);
            Files.move(draft, file);
        } catch (SQLException e) {
            throw Database.explain(e, file);
        } catch (FileAlreadyExistsException e) {
            throw StoreException.because(e, Reason.EXISTS, file, file);
        } catch (IOException e) {
            throw StoreException.because(e, Reason.NOT_WRITABLE, file);
        } finally {
            delete(draft);
        }
    }

    /// The write-ahead log of a project.
    static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /// Makes the tables in an empty database.
    static void prepare(Connection connection) throws SQLException {
        Database.execute(connection, "PRAGMA journal_mode = WAL");
        Migrations.ALL.run(connection);
    }

    private static void fill(Path draft, Filling filling) throws SQLException, StoreException {
        try (Connection connection = Database.connect(draft, Database.Mode.CREATE)) {
            prepare(connection);
            Committer committer = new Committer(draft, connection, Content.empty());
            filling.into(committer);
            committer.checkpoint();
        }
    }

    private static void delete(Path draft) {
        for (String suffix : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + suffix));
            } catch (IOException _) {
                // A leftover draft is named as one and disturbs nobody.
            }
        }
    }
}
