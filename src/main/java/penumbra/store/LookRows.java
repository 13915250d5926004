package penumbra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import penumbra.model.BlindLook;

/// What the table `second_look` holds, oldest first.
///
/// @param intact looks whose content has the checksum stored with them
/// @param damaged number of the first of the others
/// @param sum sum of the checksums of the intact ones, modulo 2^64
record LookRows(List<BlindLook> intact, OptionalLong damaged, long sum) {

    /// @param number counts from 1
    static void insert(Connection connection, long number, BlindLook look, long checksum)
            throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO second_look VALUES (?,?,?,?,?,?,?,?,?)")) {
            row.setLong(1, number);
            row.setString(2, look.id().toString());
            row.setLong(3, look.imageId());
            row.setString(4, look.first().id().toString());
            row.setString(5, look.annotator());
            row.setString(6, look.time().toString());
            row.setString(7, Json.write(look.first()));
            row.setString(8, Json.write(look.second()));
            row.setLong(9, checksum);
            row.executeUpdate();
        }
    }

    /// The looks with `from <= number <= to`.
    ///
    /// @throws SQLException if the database contradicts its own structure there
    static LookRows read(Connection connection, long from, long to) throws SQLException {
        List<BlindLook> intact = new ArrayList<>();
        OptionalLong damaged = OptionalLong.empty();
        long sum = 0;
        Checksum checksum = new Checksum();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT number, id, picture, plate, annotator, time, first, second,"
                                + " checksum FROM second_look WHERE number BETWEEN ? AND ? ORDER"
                                + " BY number")) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    try {
                        BlindLook look = look(row);
                        intact.add(look);
                        sum += checksum.of(look);
                    } catch (RuntimeException _) {
                        damaged = damaged.isPresent() ? damaged : OptionalLong.of(row.getLong(1));
                    }
                }
            }
        }
        return new LookRows(intact, damaged, sum);
    }

    /// Whether the intact looks are all that the project has.
    boolean areAllOf(Seal seal) {
        return intact.size() == seal.looks() && sum == seal.lookSum();
    }

    /// @throws RuntimeException of one kind or another if the row is not what [#insert] writes
    private static BlindLook look(ResultSet row) throws SQLException {
        BlindLook look =
                new BlindLook(
                        UUID.fromString(row.getString(2)),
                        row.getLong(3),
                        Instant.parse(row.getString(6)),
                        Json.target(row.getString(7)),
                        Json.target(row.getString(8)));
        boolean named =
                look.first().id().toString().equals(row.getString(4))
                        && look.annotator().equals(row.getString(5));
        if (!named || new Checksum().of(look) != row.getLong(9)) {
            throw new IllegalStateException("not what was written");
        }
        return look;
    }
}
