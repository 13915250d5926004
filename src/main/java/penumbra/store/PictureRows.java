package penumbra.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// What the tables `picture`, `plate` and `keypoint` hold: three sorted queries, read side by side.
///
/// @param intact pictures whose content has the checksum stored with them
/// @param damaged ids of the others
/// @param sum sum of the checksums of the intact ones, modulo 2^64
record PictureRows(TreeMap<Long, LabelledImage> intact, TreeSet<Long> damaged, long sum) {

    private static final String PICTURES =
            "SELECT id, path, width, height, state, note, checksum FROM picture WHERE id BETWEEN ?"
                    + " AND ? ORDER BY id";
    private static final String PLATES =
            "SELECT picture, position, id, class, annotator, box_x, box_y, box_width, box_height"
                    + " FROM plate WHERE picture BETWEEN ? AND ? ORDER BY picture, position";
    private static final String KEYPOINTS =
            "SELECT picture, plate, x, y, visibility FROM keypoint WHERE picture BETWEEN ? AND ?"
                    + " ORDER BY picture, plate, position";

    static PictureRows none() {
        return new PictureRows(new TreeMap<>(), new TreeSet<>(), 0);
    }

    /// Pictures as they would be read back.
    static PictureRows of(TreeMap<Long, LabelledImage> pictures) {
        Checksum checksum = new Checksum();
        long sum = pictures.values().stream().mapToLong(checksum::of).sum();
        return new PictureRows(pictures, new TreeSet<>(), sum);
    }

    /// These and others.
    PictureRows and(PictureRows more) {
        TreeMap<Long, LabelledImage> both = new TreeMap<>(intact);
        both.putAll(more.intact);
        TreeSet<Long> bothDamaged = new TreeSet<>(damaged);
        bothDamaged.addAll(more.damaged);
        return new PictureRows(both, bothDamaged, sum + more.sum);
    }

    /// Whether the intact pictures are all that the project has.
    boolean areAllOf(Seal seal) {
        return intact.size() == seal.pictures() && sum == seal.pictureSum();
    }

    /// The pictures with `from <= id <= to`.
    ///
    /// @throws SQLException if the database contradicts its own structure there
    static PictureRows read(Connection connection, long from, long to) throws SQLException {
        PictureRows result = none();
        Checksum checksum = new Checksum();
        long sum = 0;
        try (Cursor pictures = new Cursor(connection, PICTURES, from, to);
                Cursor plates = new Cursor(connection, PLATES, from, to);
                Cursor keypoints = new Cursor(connection, KEYPOINTS, from, to)) {
            ResultSet row = pictures.row();
            for (; pictures.onRow(); pictures.next()) {
                long id = row.getLong(1);
                plates.skipTo(id);
                keypoints.skipTo(id);
                try {
                    LabelledImage image = image(row, targets(plates, keypoints, id));
                    long actual = checksum.of(image);
                    if (actual == row.getLong(7)) {
                        result.intact.put(id, image);
                        sum += actual;
                    } else {
                        result.damaged.add(id);
                    }
                } catch (RuntimeException _) {
                    result.damaged.add(id);
                }
            }
        }
        return new PictureRows(result.intact, result.damaged, sum);
    }

    private static LabelledImage image(ResultSet row, List<Target> targets) throws SQLException {
        return new LabelledImage(
                row.getLong(1),
                row.getString(2),
                new Size(row.getInt(3), row.getInt(4)),
                targets,
                Json.state(row.getString(5)),
                row.getString(6));
    }

    private static List<Target> targets(Cursor plates, Cursor keypoints, long picture)
            throws SQLException {
        List<Target> targets = new ArrayList<>();
        ResultSet row = plates.row();
        for (; plates.onPicture(picture); plates.next()) {
            targets.add(
                    new Target(
                            UUID.fromString(row.getString(3)),
                            row.getInt(4),
                            keypoints(keypoints, picture, row.getLong(2)),
                            box(row),
                            row.getString(5)));
        }
        return targets;
    }

    private static List<Keypoint> keypoints(Cursor keypoints, long picture, long plate)
            throws SQLException {
        List<Keypoint> points = new ArrayList<>();
        ResultSet row = keypoints.row();
        for (; keypoints.onPicture(picture) && row.getLong(2) == plate; keypoints.next()) {
            points.add(
                    new Keypoint(
                            new Point(row.getDouble(3), row.getDouble(4)),
                            Visibility.ofCode(row.getInt(5)).orElseThrow()));
        }
        return points;
    }

    private static Optional<Box> box(ResultSet row) throws SQLException {
        double x = row.getDouble(6);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Box(x, row.getDouble(7), row.getDouble(8), row.getDouble(9)));
    }
}
