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
record Seal(long schemaChecksum, long pictures, long pictureSum, long entries) {

    static final Seal EMPTY = new Seal(0, 0, 0, 0);

    /// @throws SQLException also when there is no seal
    static Seal read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT schema_checksum, pictures, picture_sum, entries FROM"
                                        + " seal")) {
            return new Seal(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("REPLACE INTO seal VALUES (1, ?, ?, ?, ?)")) {
            statement.setLong(1, schemaChecksum);
            statement.setLong(2, pictures);
            statement.setLong(3, pictureSum);
            statement.setLong(4, entries);
            statement.executeUpdate();
        }
    }
}
