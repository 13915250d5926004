package penumbra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Writes pictures into the tables `picture`, `plate` and `keypoint`; made for one transaction.
final class PictureWriter implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement remove;
    private final PreparedStatement picture;
    private final PreparedStatement plate;
    private final Map<Integer, PreparedStatement> keypointsByCount = new HashMap<>();

    PictureWriter(Connection connection) throws SQLException {
        this.connection = connection;
        remove = connection.prepareStatement("DELETE FROM picture WHERE id = ?");
        picture = connection.prepareStatement("INSERT INTO picture VALUES (?,?,?,?,?,?,?)");
        plate = connection.prepareStatement("INSERT INTO plate VALUES (?,?,?,?,?,?,?,?,?)");
    }

    /// Removes the picture with all that refers to it.
    void remove(long id) throws SQLException {
        remove.setLong(1, id);
        remove.executeUpdate();
    }

    void insert(LabelledImage image, long checksum) throws SQLException {
        picture.setLong(1, image.id());
        picture.setString(2, image.path());
        picture.setInt(3, image.size().width());
        picture.setInt(4, image.size().height());
        picture.setString(5, Json.id(image.state()));
        picture.setString(6, image.note());
        picture.setLong(7, checksum);
        picture.executeUpdate();
        for (int position = 0; position < image.targets().size(); position++) {
            insert(image.id(), position, image.targets().get(position));
        }
    }

    private void insert(long pictureId, int position, Target target) throws SQLException {
        plate.setLong(1, pictureId);
        plate.setInt(2, position);
        plate.setString(3, target.id().toString());
        plate.setInt(4, target.classIndex());
        plate.setString(5, target.annotator());
        setBox(target.box());
        plate.executeUpdate();
        PreparedStatement keypoints = keypoints(target.keypoints().size());
        keypoints.setLong(1, pictureId);
        keypoints.setInt(2, position);
        int parameter = 3;
        for (Keypoint k : target.keypoints()) {
            keypoints.setDouble(parameter++, k.at().x());
            keypoints.setDouble(parameter++, k.at().y());
            keypoints.setInt(parameter++, k.visibility().code());
        }
        keypoints.executeUpdate();
    }

    /// One statement for all keypoints of a target; one for each of them takes most of an import.
    private PreparedStatement keypoints(int count) throws SQLException {
        PreparedStatement known = keypointsByCount.get(count);
        if (known != null) {
            return known;
        }
        String rows =
                IntStream.range(0, count)
                        .mapToObj(k -> "(?1, ?2, " + k + ", ?, ?, ?)")
                        .collect(Collectors.joining(", "));
        PreparedStatement made = connection.prepareStatement("INSERT INTO keypoint VALUES " + rows);
        keypointsByCount.put(count, made);
        return made;
    }

    private void setBox(Optional<Box> box) throws SQLException {
        if (box.isPresent()) {
            plate.setDouble(6, box.get().x());
            plate.setDouble(7, box.get().y());
            plate.setDouble(8, box.get().width());
            plate.setDouble(9, box.get().height());
        } else {
            for (int column = 6; column <= 9; column++) {
                plate.setNull(column, Types.REAL);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        remove.close();
        picture.close();
        plate.close();
        for (PreparedStatement keypoints : keypointsByCount.values()) {
            keypoints.close();
        }
    }
}
