package penumbra.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import penumbra.store.StoreException.Reason;
import penumbra.text.Texts;

/// A project file that was found to be one, locked where it can be, and read.
///
/// @param lock present when this store may write
/// @param readOnlyBecause present when it may not: one sentence saying why
record Opening(
        ProjectFile file,
        Committer committer,
        Optional<ProjectLock> lock,
        Optional<String> readOnlyBecause) {

    /// @param pragmas run on the connection first
    static Opening of(ProjectFile file, String... pragmas) throws StoreException {
        Path path = file.path();
        if (!Files.exists(path)) {
            throw StoreException.of(Reason.NOT_FOUND, path);
        }
        if (!Files.isRegularFile(path)) {
            throw StoreException.of(Reason.NOT_A_PROJECT, path);
        }
        int version = identify(path);
        ProjectLock.Claim claim =
                Files.isWritable(path) ? ProjectLock.claim(path) : new ProjectLock.Claim.NoPlace();
        return switch (claim) {
            case ProjectLock.Claim.Granted(ProjectLock lock) -> toWrite(file, lock, pragmas);
            case ProjectLock.Claim.Taken(String holder) ->
                    toRead(file, version, text("read-only.taken", path, holder));
            case ProjectLock.Claim.NoPlace() ->
                    toRead(file, version, text("read-only.place", path, ProjectLock.fileOf(path)));
        };
    }

    private static Opening toWrite(ProjectFile file, ProjectLock lock, String... pragmas)
            throws StoreException {
        Path path = file.path();
        Connection connection = null;
        try {
            connection = Database.connect(path, Database.Mode.WRITE);
            Database.execute(connection, pragmas);
            if (Migrations.versionOf(connection) < Migrations.ALL.version()) {
                Migrations.ALL.run(connection);
            }
            Committer committer = new Committer(path, connection, Content.read(connection, path));
            committer.checkpoint();
            return new Opening(file, committer, Optional.of(lock), Optional.empty());
        } catch (SQLException e) {
            release(connection, lock);
            throw Database.explain(e, path);
        } catch (StoreException | RuntimeException e) {
            release(connection, lock);
            throw e;
        }
    }

    private static void release(Connection connection, ProjectLock lock) {
        if (connection != null) {
            Database.closeQuietly(connection);
        }
        lock.close();
    }

    private static Opening toRead(ProjectFile file, int version, String because)
            throws StoreException {
        Path path = file.path();
        if (version < Migrations.ALL.version()) {
            throw StoreException.of(Reason.OLDER_VERSION, path, version);
        }
        Connection connection = Database.connectToRead(path);
        try {
            Committer committer = new Committer(path, connection, Content.read(connection, path));
            return new Opening(file, committer, Optional.empty(), Optional.of(because));
        } catch (StoreException | RuntimeException e) {
            Database.closeQuietly(connection);
            throw e;
        }
    }

    /// The version of the project's tables, before anything is locked or changed.
    private static int identify(Path path) throws StoreException {
        try (Connection connection = Database.connectToRead(path)) {
            long id = Database.number(connection, "PRAGMA application_id");
            int version = Migrations.versionOf(connection);
            if (id != Migrations.APPLICATION_ID || version < 1) {
                throw StoreException.of(Reason.NOT_A_PROJECT, path);
            }
            if (version > Migrations.ALL.version()) {
                throw StoreException.of(
                        Reason.NEWER_VERSION, path, version, Migrations.ALL.version());
            }
            return version;
        } catch (SQLException e) {
            throw Database.explain(e, path);
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Opening.class, key, arguments);
    }
}
