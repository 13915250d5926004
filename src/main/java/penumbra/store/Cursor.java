package penumbra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A query, ordered by the picture id in its first column, that stands on one of its rows.
final class Cursor implements AutoCloseable {

    private final PreparedStatement select;
    private final ResultSet row;
    private boolean onRow;

    /// @param sql with two parameters, the first and the last picture id
    Cursor(Connection connection, String sql, long from, long to) throws SQLException {
        select = connection.prepareStatement(sql);
        select.setLong(1, from);
        select.setLong(2, to);
        row = select.executeQuery();
        onRow = row.next();
    }

    ResultSet row() {
        return row;
    }

    boolean onRow() {
        return onRow;
    }

    void next() throws SQLException {
        onRow = row.next();
    }

    boolean onPicture(long id) throws SQLException {
        return onRow && row.getLong(1) == id;
    }

    /// Rows of pictures that are not there are not to keep later ones from being read.
    void skipTo(long id) throws SQLException {
        while (onRow && row.getLong(1) < id) {
            next();
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
