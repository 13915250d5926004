package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.engine.loss.KeypointTally;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Heatmap.Spot;

/// CenterNet's keypoint maps: penalty-reduced focal loss on one map for each keypoint, all targets
/// together, and the absolute error of the place within the cell. Source: \[S3\].
///
/// @param radius of the Gaussians, from the box of the keypoint's target
public record CentreNetMaps(RadiusRule radius) implements KeypointMaps {

    @Override
    public KeypointForm form() {
        return KeypointForm.CENTERNET;
    }

    @Override
    public Value add(MapOutput maps, MapOutput gradient, List<MapTarget> targets, double gain) {
        int keypoints = maps.layout().keypoints();
        List<List<List<Spot>>> spots = spots(maps, targets);
        int[] counts = new int[keypoints];
        for (int k = 0; k < keypoints; k++) {
            counts[k] = spots.get(k).stream().mapToInt(List::size).sum();
        }
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        double share = 1.0 / Math.max(1, all);
        FocalMaps focal = new FocalMaps(maps, gradient, gain * share);
        double[] sums = new double[keypoints];
        double heat = 0;
        for (int k = 0; k < keypoints; k++) {
            for (int picture = 0; picture < maps.batch(); picture++) {
                List<Spot> here = spots.get(k).get(picture);
                int channel = maps.layout().keypointMap(k);
                sums[k] +=
                        here.isEmpty()
                                ? focal.background(picture, channel)
                                : focal.map(
                                        picture,
                                        channel,
                                        Heatmap.of(maps.columns(), maps.rows(), here).values());
            }
            heat += sums[k] * share;
        }
        double place = places(maps, new MapErrors(maps, gradient, gain * share), targets) * share;
        return new Value(heat, place, KeypointTally.empty(keypoints).plus(sums, counts));
    }

    private double places(MapOutput maps, MapErrors errors, List<MapTarget> targets) {
        double sum = 0;
        for (MapTarget target : targets) {
            for (int k = 0; k < maps.layout().keypoints(); k++) {
                Optional<Spot> spot = target.keypointSpot(maps, k, radius);
                if (spot.isPresent()) {
                    int x = spot.get().x();
                    int y = spot.get().y();
                    sum +=
                            errors.add(
                                    target.picture(),
                                    maps.layout().keypointOffset(0),
                                    y * maps.columns() + x,
                                    target.points().get(k).orElseThrow().minus(new Point(x, y)));
                }
            }
        }
        return sum;
    }

    /// By keypoint and picture.
    private List<List<List<Spot>>> spots(MapOutput maps, List<MapTarget> targets) {
        List<List<List<Spot>>> spots = new ArrayList<>();
        for (int k = 0; k < maps.layout().keypoints(); k++) {
            List<List<Spot>> pictures = new ArrayList<>();
            for (int picture = 0; picture < maps.batch(); picture++) {
                pictures.add(new ArrayList<>());
            }
            for (MapTarget target : targets) {
                target.keypointSpot(maps, k, radius).ifPresent(pictures.get(target.picture())::add);
            }
            spots.add(pictures);
        }
        return spots;
    }
}
