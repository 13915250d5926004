package penumbra.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The steps that bring a database from one version of its tables to the next. The version is the
/// number of steps that were run, kept in the header as `user_version`; a step that was released is
/// never changed.
///
/// @param steps the statements of each step
record Migrations(List<List<String>> steps) {

    /// `application_id` in the header of every project: "Pnmb".
    static final int APPLICATION_ID = 0x506e6d62;

    /// Coordinates are of the type ANY, because a REAL column keeps -0.0 as 0.0.
    private static final List<String> LABELS_JOURNAL_SEAL =
            List.of(
                    """
                    CREATE TABLE schema_keypoint (
                      position INTEGER PRIMARY KEY,
                      name TEXT NOT NULL,
                      flip INTEGER NOT NULL,
                      oks_sigma ANY NOT NULL CHECK (typeof(oks_sigma) = 'real')
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE schema_edge (
                      position INTEGER PRIMARY KEY,
                      from_keypoint INTEGER NOT NULL REFERENCES schema_keypoint,
                      to_keypoint INTEGER NOT NULL REFERENCES schema_keypoint
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE schema_class (
                      position INTEGER PRIMARY KEY,
                      name TEXT NOT NULL,
                      colour TEXT NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE picture (
                      id INTEGER PRIMARY KEY,
                      path TEXT NOT NULL,
                      width INTEGER NOT NULL,
                      height INTEGER NOT NULL,
                      state TEXT NOT NULL,
                      note TEXT NOT NULL,
                      checksum INTEGER NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TABLE plate (
                      picture INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE,
                      position INTEGER NOT NULL,
                      id TEXT NOT NULL,
                      class INTEGER NOT NULL REFERENCES schema_class,
                      annotator TEXT NOT NULL,
                      box_x ANY CHECK (typeof(box_x) IN ('real', 'null')),
                      box_y ANY CHECK (typeof(box_y) IN ('real', 'null')),
                      box_width ANY CHECK (typeof(box_width) IN ('real', 'null')),
                      box_height ANY CHECK (typeof(box_height) IN ('real', 'null')),
                      PRIMARY KEY (picture, position)
                    ) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE keypoint (
                      picture INTEGER NOT NULL,
                      plate INTEGER NOT NULL,
                      position INTEGER NOT NULL REFERENCES schema_keypoint,
                      x ANY NOT NULL CHECK (typeof(x) = 'real'),
                      y ANY NOT NULL CHECK (typeof(y) = 'real'),
                      visibility INTEGER NOT NULL CHECK (visibility IN (0, 1, 2)),
                      PRIMARY KEY (picture, plate, position),
                      FOREIGN KEY (picture, plate) REFERENCES plate ON DELETE CASCADE
                    ) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE journal (
                      seq INTEGER PRIMARY KEY,
                      time TEXT NOT NULL,
                      annotator TEXT NOT NULL,
                      label TEXT NOT NULL,
                      picture INTEGER,
                      before TEXT,
                      after TEXT,
                      checksum INTEGER NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TRIGGER journal_insert BEFORE INSERT ON journal
                    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
                    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END\
                    """,
                    """
                    CREATE TRIGGER journal_update BEFORE UPDATE ON journal
                    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END\
                    """,
                    """
                    CREATE TRIGGER journal_delete BEFORE DELETE ON journal
                    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END\
                    """,
                    """
                    CREATE TABLE seal (
                      id INTEGER PRIMARY KEY CHECK (id = 1),
                      schema_checksum INTEGER NOT NULL,
                      pictures INTEGER NOT NULL,
                      picture_sum INTEGER NOT NULL,
                      entries INTEGER NOT NULL
                    ) STRICT\
                    """);

    /// Rows of `second_look` stay for good; its pictures and plates may go. `first` and `second`
    /// are plates as the journal writes them.
    private static final List<String> SECOND_LOOKS =
            List.of(
                    """
                    CREATE TABLE second_look (
                      number INTEGER PRIMARY KEY,
                      id TEXT NOT NULL UNIQUE,
                      picture INTEGER NOT NULL,
                      plate TEXT NOT NULL,
                      annotator TEXT NOT NULL,
                      time TEXT NOT NULL,
                      first TEXT NOT NULL,
                      second TEXT NOT NULL,
                      checksum INTEGER NOT NULL
                    ) STRICT\
                    """,
                    """
                    CREATE TRIGGER second_look_update BEFORE UPDATE ON second_look
                    BEGIN SELECT RAISE(ABORT, 'second looks are kept'); END\
                    """,
                    """
                    CREATE TRIGGER second_look_delete BEFORE DELETE ON second_look
                    BEGIN SELECT RAISE(ABORT, 'second looks are kept'); END\
                    """,
                    """
                    CREATE TABLE schema_noise (
                      id INTEGER PRIMARY KEY CHECK (id = 1),
                      noise TEXT NOT NULL
                    ) STRICT\
                    """,
                    "ALTER TABLE seal ADD COLUMN looks INTEGER NOT NULL DEFAULT 0",
                    "ALTER TABLE seal ADD COLUMN look_sum INTEGER NOT NULL DEFAULT 0");

    static final Migrations ALL = new Migrations(List.of(LABELS_JOURNAL_SEAL, SECOND_LOOKS));

    int version() {
        return steps.size();
    }

    static int versionOf(Connection connection) throws SQLException {
        return (int) Database.number(connection, "PRAGMA user_version");
    }

    /// Runs the steps that this database lacks: all of them or, after an error, none.
    void run(Connection connection) throws SQLException {
        int from = versionOf(connection);
        connection.setAutoCommit(false);
        try {
            for (List<String> step : steps.subList(from, steps.size())) {
                Database.execute(connection, step.toArray(String[]::new));
            }
            Database.execute(
                    connection,
                    "PRAGMA application_id = " + APPLICATION_ID,
                    "PRAGMA user_version = " + version());
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
