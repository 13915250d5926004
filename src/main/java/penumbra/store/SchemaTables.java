package penumbra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.model.LabelClass;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;

/// The tables `schema_keypoint`, `schema_edge`, `schema_class` and `schema_noise`.
final class SchemaTables {

    private SchemaTables() {}

    /// @throws IllegalArgumentException if the rows make no schema
    static Schema read(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        List<Integer> flip = new ArrayList<>();
        List<Double> sigmas = new ArrayList<>();
        List<Schema.Edge> edges = new ArrayList<>();
        List<LabelClass> classes = new ArrayList<>();
        try (Statement select = connection.createStatement()) {
            try (ResultSet rs =
                    select.executeQuery(
                            "SELECT name, flip, oks_sigma FROM schema_keypoint ORDER BY"
                                    + " position")) {
                while (rs.next()) {
                    names.add(rs.getString(1));
                    flip.add(rs.getInt(2));
                    sigmas.add(rs.getDouble(3));
                }
            }
            try (ResultSet rs =
                    select.executeQuery(
                            "SELECT from_keypoint, to_keypoint FROM schema_edge ORDER BY"
                                    + " position")) {
                while (rs.next()) {
                    edges.add(new Schema.Edge(rs.getInt(1), rs.getInt(2)));
                }
            }
            try (ResultSet rs =
                    select.executeQuery(
                            "SELECT name, colour FROM schema_class ORDER BY position")) {
                while (rs.next()) {
                    classes.add(new LabelClass(rs.getString(1), rs.getString(2)));
                }
            }
        }
        return new Schema(names, edges, flip, sigmas, classes, noise(connection));
    }

    /// Empty in a file of the first version, which had no such table, as well.
    private static Optional<LabelNoise> noise(Connection connection) throws SQLException {
        if (Database.number(
                        connection,
                        "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_noise'")
                == 0) {
            return Optional.empty();
        }
        try (Statement select = connection.createStatement();
                ResultSet rs = select.executeQuery("SELECT noise FROM schema_noise")) {
            return rs.next() ? Optional.of(NoiseJson.read(rs.getString(1))) : Optional.empty();
        }
    }

    /// Rows that stay are updated in place, so that plates keep referring to them.
    static void write(Connection connection, Schema schema) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement(
                        "INSERT INTO schema_keypoint VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                                + " name = excluded.name, flip = excluded.flip, oks_sigma ="
                                + " excluded.oks_sigma")) {
            for (int i = 0; i < schema.keypointCount(); i++) {
                put.setInt(1, i);
                put.setString(2, schema.keypoints().get(i));
                put.setInt(3, schema.flip().get(i));
                put.setDouble(4, schema.oksSigmas().get(i));
                put.executeUpdate();
            }
        }
        try (PreparedStatement put =
                connection.prepareStatement(
                        "INSERT INTO schema_class VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET"
                                + " name = excluded.name, colour = excluded.colour")) {
            for (int i = 0; i < schema.classes().size(); i++) {
                put.setInt(1, i);
                put.setString(2, schema.classes().get(i).name());
                put.setString(3, schema.classes().get(i).colour());
                put.executeUpdate();
            }
        }
        Database.execute(
                connection,
                "DELETE FROM schema_edge",
                "DELETE FROM schema_noise",
                "DELETE FROM schema_keypoint WHERE position >= " + schema.keypointCount(),
                "DELETE FROM schema_class WHERE position >= " + schema.classes().size());
        try (PreparedStatement put =
                connection.prepareStatement("INSERT INTO schema_edge VALUES (?, ?, ?)")) {
            for (int i = 0; i < schema.edges().size(); i++) {
                put.setInt(1, i);
                put.setInt(2, schema.edges().get(i).from());
                put.setInt(3, schema.edges().get(i).to());
                put.executeUpdate();
            }
        }
        if (schema.noise().isPresent()) {
            try (PreparedStatement put =
                    connection.prepareStatement("INSERT INTO schema_noise VALUES (1, ?)")) {
                put.setString(1, NoiseJson.write(schema.noise().get()));
                put.executeUpdate();
            }
        }
    }
}
