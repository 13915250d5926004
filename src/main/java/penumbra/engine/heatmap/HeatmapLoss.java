package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.loss.LossItems;
import penumbra.engine.loss.LossResult;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Heatmap.Spot;

/// The loss of the heat-map head: centres, boxes, ways from centres to keypoints, keypoint maps.
///
/// With N objects of a batch whose centre lies on the map: centres `(1/N) Σ` penalty-reduced focal
/// loss over all classes and cells; sizes, offsets and ways `(1/N) Σ` absolute errors at the
/// centres' cells, ways counted for labelled keypoints only and divided by their number. Source:
/// \[S3\]; keypoint maps see [KeypointMaps]. What is minimised is the sum, whatever the number of
/// pictures. Without objects the maps of logits remain, undivided.
///
/// The items: `box` sizes, `pose` ways to keypoints and places within cells, `visibility` keypoint
/// maps, `score` centre maps, `distances` offsets of centres.
///
/// @param radius of the centres' Gaussians
/// @param keypoints what is wanted of the keypoint maps
public record HeatmapLoss(RadiusRule radius, KeypointMaps keypoints, HeatmapGains gains)
        implements BatchLoss {

    @Override
    public LossResult evaluate(HeadOutput output, List<List<InputLabel>> targets) {
        if (!(output instanceof MapOutput maps) || maps.layout().form() != keypoints.form()) {
            throw new IllegalArgumentException("not the output of a head for " + keypoints.form());
        }
        require(maps.layout(), maps.batch(), targets);
        if (!maps.finite()) {
            throw new ArithmeticException("the network's output is not finite");
        }
        MapOutput gradient = maps.zerosLike();
        List<MapTarget> objects = MapTarget.of(maps, targets, radius);
        List<MapTarget> centred = objects.stream().filter(o -> o.spot().isPresent()).toList();
        double share = 1.0 / Math.max(1, centred.size());
        double centres = share * centres(maps, new FocalMaps(maps, gradient, share), centred);
        double size = 0;
        double offset = 0;
        MapErrors sizes = new MapErrors(maps, gradient, gains.size() * share);
        MapErrors offsets = new MapErrors(maps, gradient, gains.offset() * share);
        for (MapTarget object : centred) {
            int cell = cell(maps, object);
            Point sides = new Point(object.box().width(), object.box().height());
            size += sizes.add(object.picture(), maps.layout().size(0), cell, sides);
            offset += offsets.add(object.picture(), maps.layout().offset(0), cell, object.within());
        }
        double joints = joints(maps, gradient, centred);
        KeypointMaps.Value maybe = keypoints.add(maps, gradient, objects, gains.keypoints());
        LossItems items =
                new LossItems(
                        gains.size() * size * share,
                        gains.joints() * joints + gains.keypoints() * maybe.place(),
                        gains.keypoints() * maybe.heat(),
                        centres,
                        gains.offset() * offset * share);
        return new LossResult(items, items.sum(), centred.size(), maybe.tally(), gradient);
    }

    private static int cell(MapOutput maps, MapTarget object) {
        Spot spot = object.spot().orElseThrow();
        return spot.y() * maps.columns() + spot.x();
    }

    private static double centres(MapOutput maps, FocalMaps focal, List<MapTarget> objects) {
        double sum = 0;
        for (int picture = 0; picture < maps.batch(); picture++) {
            for (int c = 0; c < maps.layout().classes(); c++) {
                List<Spot> spots = new ArrayList<>();
                for (MapTarget object : objects) {
                    if (object.picture() == picture && object.classIndex() == c) {
                        spots.add(object.spot().orElseThrow());
                    }
                }
                int channel = maps.layout().centre(c);
                sum +=
                        spots.isEmpty()
                                ? focal.background(picture, channel)
                                : focal.map(
                                        picture,
                                        channel,
                                        Heatmap.of(maps.columns(), maps.rows(), spots).values());
            }
        }
        return sum;
    }

    private double joints(MapOutput maps, MapOutput gradient, List<MapTarget> objects) {
        long labelled =
                objects.stream()
                        .flatMap(o -> o.points().stream())
                        .filter(p -> p.isPresent())
                        .count();
        double share = 1.0 / Math.max(1, labelled);
        MapErrors ways = new MapErrors(maps, gradient, gains.joints() * share);
        double sum = 0;
        for (MapTarget object : objects) {
            Spot spot = object.spot().orElseThrow();
            for (int k = 0; k < object.points().size(); k++) {
                if (object.points().get(k).isPresent()) {
                    Point way = object.points().get(k).get().minus(new Point(spot.x(), spot.y()));
                    int channel = maps.layout().joint(k, 0);
                    sum += ways.add(object.picture(), channel, cell(maps, object), way);
                }
            }
        }
        return sum * share;
    }

    private static void require(HeatmapLayout layout, int batch, List<List<InputLabel>> targets) {
        if (targets.size() != batch) {
            throw new IllegalArgumentException(
                    targets.size() + " lists of objects for " + batch + " pictures");
        }
        for (InputLabel target : targets.stream().flatMap(List::stream).toList()) {
            if (target.classIndex() < 0
                    || target.classIndex() >= layout.classes()
                    || target.keypoints().size() != layout.keypoints()) {
                throw new IllegalArgumentException(target + " does not fit " + layout);
            }
        }
    }
}
