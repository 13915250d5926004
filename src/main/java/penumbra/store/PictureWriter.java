package penumbra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Writes pictures into the tables `picture`, `plate` and `keypoint`; made for one transaction.
final class PictureWriter implements AutoCloseable {

    private final PreparedStatement remove;
    private final PreparedStatement picture;
    private final PreparedStatement plate;
    private final PreparedStatement keypoint;

    PictureWriter(Connection connection) throws SQLException {
        remove = connection.prepareStatement("DELETE FROM picture WHERE id = ?");
        picture = connection.prepareStatement("INSERT INTO picture VALUES (?,?,?,?,?,?,?)");
        plate = connection.prepareStatement("INSERT INTO plate VALUES (?,?,?,?,?,?,?,?,?)");
        keypoint = connection.prepareStatement("INSERT INTO keypoint VALUES (?,?,?,?,?,?)");
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
        keypoint.setLong(1, pictureId);
        keypoint.setInt(2, position);
        List<Keypoint> points = target.keypoints();
        for (int k = 0; k < points.size(); k++) {
            keypoint.setInt(3, k);
            keypoint.setDouble(4, points.get(k).at().x());
            keypoint.setDouble(5, points.get(k).at().y());
            keypoint.setInt(6, points.get(k).visibility().code());
            keypoint.executeUpdate();
        }
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
        keypoint.close();
    }
}
