package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.uncertainty.heatmap.CellOffset;
import penumbra.uncertainty.heatmap.CellOffset.Rounding;
import penumbra.uncertainty.heatmap.Heatmap.Spot;

/// A labelled object in cells of the maps.
///
/// @param picture of the batch
/// @param box cells
/// @param spot of its centre; empty where that lies outside the map
/// @param within the centre within its cell
/// @param points places of the keypoints, cells; empty where unlabelled
record MapTarget(
        int picture,
        int classIndex,
        Box box,
        Optional<Spot> spot,
        Point within,
        List<Optional<Point>> points) {

    static List<MapTarget> of(MapOutput maps, List<List<InputLabel>> targets, RadiusRule radius) {
        List<MapTarget> all = new ArrayList<>();
        for (int picture = 0; picture < targets.size(); picture++) {
            for (InputLabel label : targets.get(picture)) {
                all.add(of(maps, picture, label, radius));
            }
        }
        return all;
    }

    private static MapTarget of(MapOutput maps, int picture, InputLabel label, RadiusRule radius) {
        double stride = maps.layout().stride();
        Box px = label.box();
        Box box =
                new Box(
                        px.x() / stride,
                        px.y() / stride,
                        px.width() / stride,
                        px.height() / stride);
        CellOffset centre =
                CellOffset.of(new Point(px.centreX(), px.centreY()), stride, Rounding.FLOOR);
        return new MapTarget(
                picture,
                label.classIndex(),
                box,
                spot(maps, centre, box, radius),
                centre.offset(),
                label.keypoints().stream().map(k -> place(k, stride)).toList());
    }

    private static Optional<Point> place(Keypoint keypoint, double stride) {
        return keypoint.labelled()
                ? Optional.of(keypoint.at().times(1 / stride))
                : Optional.empty();
    }

    /// The spot of a keypoint, as wide as its target's; empty where unlabelled or outside.
    Optional<Spot> keypointSpot(MapOutput maps, int k, RadiusRule radius) {
        return points.get(k)
                .flatMap(p -> spot(maps, CellOffset.of(p, 1, Rounding.FLOOR), box, radius));
    }

    private static Optional<Spot> spot(MapOutput maps, CellOffset at, Box box, RadiusRule radius) {
        return maps.holds(at) ? Optional.of(radius.spot(at.x(), at.y(), box)) : Optional.empty();
    }
}
