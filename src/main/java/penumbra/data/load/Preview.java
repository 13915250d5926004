package penumbra.data.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.ContactSheet;
import penumbra.data.DecodedImage;
import penumbra.data.DrawnTargets;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;

/// A batch as one picture, its labels drawn in: box, edges and keypoints in the class's colour.
public final class Preview {

    private static final int MOST_COLUMNS = 4;

    private Preview() {}

    /// The pictures in their order, rows filled from the top left, one pixel for each of the input.
    ///
    /// @param schema classes and keypoints of the labels
    public static DecodedImage draw(Batch batch, Schema schema) {
        DrawnTargets drawing = new DrawnTargets(schema);
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            List<Target> targets = batch.targets().get(i).stream().map(Preview::target).toList();
            tiles.add(new ContactSheet.Tile(drawing.draw(picture(batch, i), targets), List.of()));
        }
        int columns = Math.clamp(batch.size(), 1, MOST_COLUMNS);
        return new ContactSheet(schema, columns, new Size(batch.side(), batch.side())).draw(tiles);
    }

    private static Target target(InputLabel label) {
        return Target.of(label.classIndex(), label.keypoints(), Optional.of(label.box()), "");
    }

    private static DecodedImage picture(Batch batch, int index) {
        int plane = batch.side() * batch.side();
        int red = 3 * index * plane;
        int[] argb = new int[plane];
        for (int i = 0; i < plane; i++) {
            argb[i] =
                    0xFF << 24
                            | code(batch.pixels()[red + i]) << 16
                            | code(batch.pixels()[red + plane + i]) << 8
                            | code(batch.pixels()[red + 2 * plane + i]);
        }
        return new DecodedImage(new Size(batch.side(), batch.side()), argb, true);
    }

    private static int code(float share) {
        return Math.clamp(Math.round(share * 255), 0, 255);
    }
}
