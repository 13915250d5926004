package penumbra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import penumbra.model.BlindLook;
import penumbra.model.Schema;

/// Reads what can be read of a damaged project: where a range of rows fails it is halved, down to
/// the row that is at fault. Only content with the right checksum is taken.
final class Salvage {

    /// A journal entry takes at least this many bytes on disk, which bounds how many there can be
    /// where nothing else tells.
    private static final int SMALLEST_ENTRY = 30;

    private final Connection connection;
    private final Path file;

    Salvage(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    Optional<Seal> seal() {
        try {
            return Optional.of(Seal.read(connection));
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    /// The schema in the rows, if the seal vouches for it.
    Optional<Schema> schema() {
        try {
            Schema schema = SchemaTables.read(connection);
            long checksum = new Checksum().of(schema);
            return seal().filter(s -> s.schemaChecksum() == checksum).map(_ -> schema);
        } catch (SQLException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// The journal entries that are intact, ascending.
    List<JournalEntry> journal() {
        List<JournalEntry> entries = new ArrayList<>();
        collect(1, lastEntry(), entries);
        return entries;
    }

    private long lastEntry() {
        OptionalLong inTable = number("SELECT max(seq) FROM journal");
        long inSeal = seal().map(Seal::entries).orElse(Long.MAX_VALUE);
        return Math.min(inTable.orElse(inSeal), mostEntries());
    }

    private long mostEntries() {
        try {
            Path log = NewProject.logOf(file);
            return (Files.size(file) + (Files.exists(log) ? Files.size(log) : 0)) / SMALLEST_ENTRY;
        } catch (IOException _) {
            return 0;
        }
    }

    private void collect(long from, long to, List<JournalEntry> entries) {
        try {
            entries.addAll(Journal.readIntact(connection, from, to));
        } catch (SQLException _) {
            if (from < to) {
                long middle = from + (to - from) / 2;
                collect(from, middle, entries);
                collect(middle + 1, to, entries);
            }
        }
    }

    /// The ids that the table of pictures shows from either end.
    TreeSet<Long> pictureIds() {
        TreeSet<Long> ids = new TreeSet<>();
        for (String order : List.of("ASC", "DESC")) {
            try (Statement select = connection.createStatement();
                    ResultSet row =
                            select.executeQuery("SELECT id FROM picture ORDER BY id " + order)) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            } catch (SQLException _) {
                // The rest is looked for from the other end, and in the journal.
            }
        }
        return ids;
    }

    /// The pictures among these whose rows are intact.
    ///
    /// @param ids ascending
    PictureRows pictures(List<Long> ids) {
        PictureRows rows = PictureRows.none();
        return ids.isEmpty() ? rows : collect(ids, rows);
    }

    private PictureRows collect(List<Long> ids, PictureRows rows) {
        try {
            return rows.and(PictureRows.read(connection, ids.getFirst(), ids.getLast()));
        } catch (SQLException _) {
            if (ids.size() == 1) {
                return rows;
            }
            int middle = ids.size() / 2;
            PictureRows first = collect(ids.subList(0, middle), rows);
            return collect(ids.subList(middle, ids.size()), first);
        }
    }

    /// The second looks whose rows are intact, oldest first.
    List<BlindLook> looks() {
        List<BlindLook> looks = new ArrayList<>();
        collectLooks(1, number("SELECT max(number) FROM second_look").orElse(mostEntries()), looks);
        return looks;
    }

    private void collectLooks(long from, long to, List<BlindLook> looks) {
        try {
            looks.addAll(LookRows.read(connection, from, to).intact());
        } catch (SQLException _) {
            if (from < to) {
                long middle = from + (to - from) / 2;
                collectLooks(from, middle, looks);
                collectLooks(middle + 1, to, looks);
            }
        }
    }

    private OptionalLong number(String sql) {
        try {
            return OptionalLong.of(Database.number(connection, sql));
        } catch (SQLException _) {
            return OptionalLong.empty();
        }
    }
}
