package penumbra.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;

/// Writes journal entries and the rows they change, one transaction a call, and knows what is on
/// disk. Any thread may call; calls wait for each other.
final class Committer implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final ProjectState state;
    private final Checksum checksum = new Checksum();
    private Seal seal;

    Committer(Path file, Connection connection, Content content) {
        this.file = file;
        this.connection = connection;
        state = content.state();
        seal = content.seal();
    }

    /// The number that the next entry must have.
    synchronized long nextSeq() {
        return seal.entries() + 1;
    }

    synchronized Optional<Schema> schema() {
        return state.schema();
    }

    /// What is on disk.
    synchronized Project project() {
        return state.project();
    }

    /// The second looks on disk, oldest first.
    synchronized List<BlindLook> looks() {
        return state.looks();
    }

    /// Puts all entries on disk, or none.
    ///
    /// @throws StoreException if an entry does not fit what is stored, or the disk refuses
    synchronized void commit(List<JournalEntry> entries) throws StoreException {
        List<Change> applied = new ArrayList<>();
        boolean done = false;
        try {
            connection.setAutoCommit(false);
            Seal next = write(entries, applied);
            next.write(connection);
            connection.setAutoCommit(true);
            seal = next;
            done = true;
        } catch (SQLException e) {
            throw Database.explain(e, file);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw StoreException.because(e, Reason.MISFIT, file, e.getMessage());
        } finally {
            if (!done) {
                applied.reversed().forEach(state::revert);
                rollBack();
            }
        }
    }

    private Seal write(List<JournalEntry> entries, List<Change> applied) throws SQLException {
        Seal next = seal;
        try (Journal.Writer journal = new Journal.Writer(connection);
                PictureWriter pictures = new PictureWriter(connection)) {
            for (JournalEntry entry : entries) {
                if (entry.seq() != next.entries() + 1) {
                    throw new IllegalArgumentException("out of order: entry " + entry.seq());
                }
                state.apply(entry.change());
                applied.add(entry.change());
                next =
                        switch (entry.change()) {
                            case Change.OfPicture(Edit edit) -> write(edit, pictures, next);
                            case Change.OfSchema(var _, Schema after) -> write(after, next);
                            case Change.OfLook(BlindLook look) -> write(look, next);
                        };
                next = next.withEntry();
                journal.append(entry);
            }
        }
        return next;
    }

    private Seal write(Edit edit, PictureWriter rows, Seal seal) throws SQLException {
        long pictures = seal.pictures();
        long sum = seal.pictureSum();
        if (edit.before().isPresent()) {
            rows.remove(edit.imageId());
            pictures--;
            sum -= checksum.of(edit.before().get());
        }
        if (edit.after().isPresent()) {
            long added = checksum.of(edit.after().get());
            rows.insert(edit.after().get(), added);
            pictures++;
            sum += added;
        }
        return seal.withPictures(pictures, sum);
    }

    private Seal write(Schema schema, Seal seal) throws SQLException {
        SchemaTables.write(connection, schema);
        return seal.withSchema(checksum.of(schema));
    }

    private Seal write(BlindLook look, Seal seal) throws SQLException {
        long added = checksum.of(look);
        LookRows.insert(connection, seal.looks() + 1, look, added);
        return seal.withLook(added);
    }

    private void rollBack() {
        try {
            if (connection.getAutoCommit()) {
                Database.execute(connection, "ROLLBACK");
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException _) {
            // SQLite has rolled back by itself, as it may when the disk is full.
        }
    }

    /// Every entry so far.
    synchronized List<JournalEntry> journal() throws StoreException {
        try {
            return Journal.read(connection, file);
        } catch (SQLException e) {
            throw Database.explain(e, file);
        }
    }

    /// The entries that can still be read, also where [#journal] throws.
    synchronized List<JournalEntry> readableJournal() {
        return new Salvage(connection, file).journal();
    }

    /// Verifies the whole file, see [Content#verify].
    synchronized void verify() throws StoreException {
        Content.verify(connection, file);
    }

    /// Moves the write-ahead log into the project file where no reader is in the way.
    synchronized void checkpoint() {
        try {
            Database.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException _) {
            // The log then stays beside the file, where the next opening finds it.
        }
    }

    @Override
    public synchronized void close() {
        Database.closeQuietly(connection);
    }
}
