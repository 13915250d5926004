package penumbra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What the file must hold as a whole, kept up to date by every transaction: it tells a project
/// from which a whole picture or a journal entry has gone.
///
/// @param schemaChecksum checksum of the schema
/// @param pictures number of pictures
/// @param pictureSum sum of their checksums, modulo 2^64
/// @param entries number of journal entries, which is also the `seq` of the last one
/// @param looks number of second looks
/// @param lookSum sum of their checksums, modulo 2^64
record Seal(
        long schemaChecksum,
        long pictures,
        long pictureSum,
        long entries,
        long looks,
        long lookSum) {

    static final Seal EMPTY = new Seal(0, 0, 0, 0, 0, 0);

    /// Of a file of the first version, which had no second looks, as well.
    ///
    /// @throws SQLException also when there is no seal
    static Seal read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM seal")) {
            boolean first = row.getMetaData().getColumnCount() == 5;
            return new Seal(
                    row.getLong("schema_checksum"),
                    row.getLong("pictures"),
                    row.getLong("picture_sum"),
                    row.getLong("entries"),
                    first ? 0 : row.getLong("looks"),
                    first ? 0 : row.getLong("look_sum"));
        }
    }

    Seal withSchema(long checksum) {
        return new Seal(checksum, pictures, pictureSum, entries, looks, lookSum);
    }

    Seal withPictures(long count, long sum) {
        return new Seal(schemaChecksum, count, sum, entries, looks, lookSum);
    }

    Seal withLook(long checksum) {
        return new Seal(
                schemaChecksum, pictures, pictureSum, entries, looks + 1, lookSum + checksum);
    }

    Seal withEntry() {
        return new Seal(schemaChecksum, pictures, pictureSum, entries + 1, looks, lookSum);
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("REPLACE INTO seal VALUES (1, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, schemaChecksum);
            statement.setLong(2, pictures);
            statement.setLong(3, pictureSum);
            statement.setLong(4, entries);
            statement.setLong(5, looks);
            statement.setLong(6, lookSum);
            statement.executeUpdate();
        }
    }
}
