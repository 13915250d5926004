package penumbra.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;

/// What a project file holds, read in one transaction and verified.
///
/// @param state schema and pictures
/// @param seal what the file says that it must hold
record Content(ProjectState state, Seal seal) {

    /// Of a file in which nothing was written yet.
    static Content empty() {
        return new Content(new ProjectState(), Seal.EMPTY);
    }

    /// Reads schema and pictures. The structure of the database, the checksum of every picture and
    /// of the schema, and the number of pictures and journal entries are verified; the text of the
    /// journal is not, see [#verify].
    ///
    /// @throws StoreException saying which part of the file is damaged
    static Content read(Connection connection, Path file) throws StoreException {
        try {
            connection.setAutoCommit(false);
            try {
                requireOk(connection, file, "PRAGMA quick_check(1)");
                return readRows(connection, file);
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.explain(e, file);
        }
    }

    /// Verifies everything there is: the structure with every index, references between rows, every
    /// journal entry, and that the journal replayed from empty is what the rows hold.
    ///
    /// @throws StoreException saying which part of the file is damaged
    static void verify(Connection connection, Path file) throws StoreException {
        try {
            connection.setAutoCommit(false);
            try {
                requireOk(connection, file, "PRAGMA integrity_check(1)");
                requireNoOrphans(connection, file);
                ProjectState rows = readRows(connection, file).state();
                ProjectState replayed = ProjectState.replay(Journal.read(connection, file));
                if (!replayed.project().equals(rows.project())
                        || !replayed.looks().equals(rows.looks())) {
                    throw StoreException.of(Reason.DAMAGED, file, Part.replay());
                }
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.explain(e, file);
        } catch (IllegalStateException e) {
            throw StoreException.because(e, Reason.DAMAGED, file, Part.replay());
        }
    }

    private static Content readRows(Connection connection, Path file)
            throws SQLException, StoreException {
        Seal seal = Seal.read(connection);
        Schema schema;
        try {
            schema = SchemaTables.read(connection);
        } catch (RuntimeException e) {
            throw StoreException.because(e, Reason.DAMAGED, file, Part.schema());
        }
        if (new Checksum().of(schema) != seal.schemaChecksum()) {
            throw StoreException.of(Reason.DAMAGED, file, Part.schema());
        }
        PictureRows rows = PictureRows.read(connection, Long.MIN_VALUE, Long.MAX_VALUE);
        if (!rows.damaged().isEmpty()) {
            String part = Part.pictures(rows.damaged().first(), rows.damaged().size() - 1);
            throw StoreException.of(Reason.DAMAGED, file, part);
        }
        long entries = Database.number(connection, "SELECT coalesce(max(seq), 0) FROM journal");
        if (!rows.areAllOf(seal) || entries != seal.entries()) {
            throw StoreException.of(Reason.DAMAGED, file, Part.seal());
        }
        LookRows looks = LookRows.read(connection, 1, Long.MAX_VALUE);
        if (looks.damaged().isPresent()) {
            throw StoreException.of(Reason.DAMAGED, file, Part.look(looks.damaged().getAsLong()));
        }
        if (!looks.areAllOf(seal)) {
            throw StoreException.of(Reason.DAMAGED, file, Part.seal());
        }
        return new Content(state(schema, rows, looks, file), seal);
    }

    private static ProjectState state(Schema schema, PictureRows rows, LookRows looks, Path file)
            throws StoreException {
        try {
            ProjectState state = new ProjectState();
            state.apply(new Change.OfSchema(Optional.empty(), schema));
            for (LabelledImage image : rows.intact().values()) {
                state.apply(new Change.OfPicture(Edit.add("", image)));
            }
            looks.intact().forEach(look -> state.apply(new Change.OfLook(look)));
            return state;
        } catch (IllegalStateException e) {
            throw StoreException.because(e, Reason.DAMAGED, file, Part.schema());
        }
    }

    private static void requireOk(Connection connection, Path file, String check)
            throws SQLException, StoreException {
        String found = Database.text(connection, check);
        if (!found.equals("ok")) {
            throw StoreException.of(Reason.DAMAGED, file, Part.structure(found));
        }
    }

    private static void requireNoOrphans(Connection connection, Path file)
            throws SQLException, StoreException {
        try (Statement check = connection.createStatement();
                ResultSet orphans = check.executeQuery("PRAGMA foreign_key_check")) {
            if (orphans.next()) {
                String found =
                        String.join(" -> ", List.of(orphans.getString(1), orphans.getString(3)));
                throw StoreException.of(Reason.DAMAGED, file, Part.structure(found));
            }
        }
    }
}
