package penumbra.data.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Homography;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.model.Keypoint;

/// Plates of other pictures pasted into one, never over another plate.
///
/// With a probability a plate is pasted, with the same one another, up to four. A plate with its
/// surroundings ([PlateCut]) is turned in space about its middle as if its picture were a flat
/// thing far away, scaled, and put where its body lies in the picture and its halo meets the body
/// of no other label. Its label goes through the same homography in double precision; its class
/// stays. See [PastedLight] for the light.
///
/// Draws: whether; the plate; yaw, pitch and roll, uniform; scale, uniform in its logarithm; then x
/// and y of places until one is free, twenty at most.
///
/// Source: the crop-paste augmentation of the Helium paper, which gives no details; these are ours.
///
/// @param probability of a first plate, and of each further one
public record PlatePaste(double probability) {

    private static final int MOST = 4;
    private static final int TRIES = 20;

    /// @param plates draws one; empty when there is none
    public Sample apply(
            Sample sample,
            Function<RandomGenerator, Optional<PlateCut>> plates,
            RandomGenerator random) {
        Sample result = sample;
        for (int i = 0; i < MOST && random.nextDouble() < probability; i++) {
            Optional<PlateCut> plate = plates.apply(random);
            if (plate.isPresent()) {
                result = pasted(result, plate.get(), random);
            }
        }
        return result;
    }

    private static Sample pasted(Sample sample, PlateCut plate, RandomGenerator random) {
        Surroundings around = Surroundings.of(plate.label());
        Quad cut = Quad.of(around.halo());
        Quad seen = PastePose.draw(random).seen(around.halo(), plate.image().size());
        Homography turned = Homography.between(cut, seen).orElseThrow();
        return place(sample, hull(turned, around.body()), seen.hull(), random)
                .map(at -> Homography.between(cut, shifted(seen, at)).orElseThrow())
                .map(map ->
                        new Sample(
                                PastedLight.paste(sample.image(), plate, map),
                                with(sample.labels(), carried(plate.label(), map)),
                                sample.origin()))
                .orElse(sample);
    }

    /// Where the origin comes to lie, if a free place is found.
    ///
    /// @param body of the plate, around the origin
    /// @param halo of the plate, around the origin
    private static Optional<Point> place(
            Sample sample, Box body, Box halo, RandomGenerator random) {
        double roomX = sample.image().width() - body.width();
        double roomY = sample.image().height() - body.height();
        for (int i = 0; i < TRIES && roomX > 0 && roomY > 0; i++) {
            Point at =
                    new Point(
                            random.nextDouble() * roomX - body.x(),
                            random.nextDouble() * roomY - body.y());
            Box there = halo.shifted(at.x(), at.y());
            if (sample.labels().stream()
                    .map(other -> Surroundings.of(other).body())
                    .allMatch(other -> other.intersection(there).isEmpty())) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static InputLabel carried(InputLabel label, Homography map) {
        Box box = hull(map, label.box());
        return new InputLabel(
                label.classIndex(),
                box,
                label.keypoints().stream().map(k -> carried(k, map)).toList(),
                label.annotated().stream().map(k -> carried(k, map)).toList(),
                label.zoom() * Math.sqrt(box.area() / label.box().area()));
    }

    private static Keypoint carried(Keypoint keypoint, Homography map) {
        return new Keypoint(map.map(keypoint.at()).orElseThrow(), keypoint.visibility());
    }

    private static Box hull(Homography map, Box box) {
        return Box.hull(
                        Quad.of(box).corners().stream()
                                .map(corner -> map.map(corner).orElseThrow())
                                .toList())
                .orElseThrow();
    }

    private static Quad shifted(Quad quad, Point by) {
        return Quad.of(quad.corners().stream().map(by::plus).toList());
    }

    private static List<InputLabel> with(List<InputLabel> labels, InputLabel one) {
        List<InputLabel> all = new ArrayList<>(labels);
        all.add(one);
        return all;
    }
}
