package penumbra.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;

/// The table `journal`: one row for every change since the project was created, never altered.
final class Journal {

    /// The label of an entry that changed the schema; such an entry names no picture.
    static final String SCHEMA = "schema";

    /// The label of an entry that keeps a second look; such an entry names no picture either.
    static final String LOOK = "second-look";

    /// A row as it is stored; `picture`, `before` and `after` may be null.
    record Row(
            long seq,
            String time,
            String annotator,
            String label,
            Long picture,
            String before,
            String after) {

        static Row of(JournalEntry entry) {
            return switch (entry.change()) {
                case Change.OfPicture(Edit e) ->
                        of(
                                entry,
                                e.label(),
                                e.imageId(),
                                e.before().map(Json::write),
                                e.after().map(Json::write));
                case Change.OfSchema(Optional<Schema> before, Schema after) ->
                        of(
                                entry,
                                SCHEMA,
                                null,
                                before.map(Json::write),
                                Optional.of(Json.write(after)));
                case Change.OfLook(BlindLook look) ->
                        of(entry, LOOK, null, Optional.empty(), Optional.of(LookJson.write(look)));
            };
        }

        private static Row of(
                JournalEntry entry,
                String label,
                Long picture,
                Optional<String> before,
                Optional<String> after) {
            return new Row(
                    entry.seq(),
                    entry.time().toString(),
                    entry.annotator(),
                    label,
                    picture,
                    before.orElse(null),
                    after.orElse(null));
        }

        /// @throws RuntimeException of one kind or another if this is not what [#of] makes
        JournalEntry entry() {
            return new JournalEntry(seq, Instant.parse(time), annotator, change());
        }

        private Change change() {
            if (picture != null) {
                return new Change.OfPicture(new Edit(label, picture, image(before), image(after)));
            }
            return label.equals(LOOK)
                    ? new Change.OfLook(LookJson.read(after))
                    : new Change.OfSchema(
                            Optional.ofNullable(before).map(Json::schema), Json.schema(after));
        }

        private static Optional<LabelledImage> image(String json) {
            return Optional.ofNullable(json).map(Json::image);
        }
    }

    private Journal() {}

    /// Appends entries; made for one transaction.
    static final class Writer implements AutoCloseable {

        private final Checksum checksum = new Checksum();
        private final PreparedStatement insert;

        Writer(Connection connection) throws SQLException {
            insert = connection.prepareStatement("INSERT INTO journal VALUES (?,?,?,?,?,?,?,?)");
        }

        void append(JournalEntry entry) throws SQLException {
            Row row = Row.of(entry);
            insert.setLong(1, row.seq());
            insert.setString(2, row.time());
            insert.setString(3, row.annotator());
            insert.setString(4, row.label());
            insert.setObject(5, row.picture());
            insert.setString(6, row.before());
            insert.setString(7, row.after());
            insert.setLong(8, checksum.of(row));
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }

    /// All entries.
    ///
    /// @throws StoreException naming the first entry that is missing or damaged
    static List<JournalEntry> read(Connection connection, Path file)
            throws SQLException, StoreException {
        List<JournalEntry> entries = readIntact(connection, 1, Long.MAX_VALUE);
        long expected = 1;
        for (JournalEntry entry : entries) {
            if (entry.seq() != expected) {
                break;
            }
            expected++;
        }
        if (expected <= Math.max(Seal.read(connection).entries(), entries.size())) {
            throw StoreException.of(Reason.DAMAGED, file, Part.journal(expected));
        }
        return entries;
    }

    /// The entries with `from <= seq <= to` that are what was written, ascending; others are left
    /// out.
    static List<JournalEntry> readIntact(Connection connection, long from, long to)
            throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        Checksum checksum = new Checksum();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT seq, time, annotator, label, picture, before, after, checksum"
                                + " FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq")) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet rs = select.executeQuery()) {
                while (rs.next()) {
                    intact(rs, checksum).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private static Optional<JournalEntry> intact(ResultSet rs, Checksum checksum)
            throws SQLException {
        long picture = rs.getLong(5);
        boolean none = rs.wasNull();
        try {
            Row row =
                    new Row(
                            rs.getLong(1),
                            rs.getString(2),
                            rs.getString(3),
                            rs.getString(4),
                            none ? null : picture,
                            rs.getString(6),
                            rs.getString(7));
            return checksum.of(row) == rs.getLong(8) ? Optional.of(row.entry()) : Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
