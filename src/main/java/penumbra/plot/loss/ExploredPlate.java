package penumbra.plot.loss;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import penumbra.geometry.InputFrame;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.uncertainty.LabelContext;

/// The labelled target whose losses are looked at, as the network sees it.
///
/// @param name of its class
/// @param names of its keypoints, in schema order
/// @param points in input px
/// @param labels size and noise for each keypoint, input px; the noise is what is assumed before
///   anybody measured
/// @param pictureScale input px in one picture px
public record ExploredPlate(
        String name,
        List<String> names,
        List<Keypoint> points,
        List<LabelContext> labels,
        double pictureScale) {

    public ExploredPlate {
        names = List.copyOf(names);
        points = List.copyOf(points);
        labels = List.copyOf(labels);
    }

    /// A plate of the picture.
    public static ExploredPlate of(Target target, Schema schema, Size picture, NetworkInput input) {
        InputFrame frame = InputFrame.of(picture, input.side());
        List<Keypoint> points =
                target.keypoints().stream()
                        .map(k -> new Keypoint(frame.toInput(k.at()), k.visibility()))
                        .toList();
        return new ExploredPlate(
                schema.classNames().get(target.classIndex()),
                schema.keypoints(),
                points,
                LabelContext.of(target, schema, frame, input.stride(), input.side()),
                frame.scale());
    }

    /// A made-up plate of the default schema, 60 px wide, with bars of 24 and 25 px in the input.
    public static ExploredPlate example(NetworkInput input) {
        return example(input, 24);
    }

    /// The same at another size.
    ///
    /// @param dMin smallest distance between two keypoints, input px, above 0
    public static ExploredPlate example(NetworkInput input, double dMin) {
        double unit = dMin / 24;
        List<Keypoint> points =
                Stream.of(
                                new Point(100, 100),
                                new Point(100, 124),
                                new Point(160, 126),
                                new Point(160, 101))
                        .map(p -> new Keypoint(p.times(unit), Visibility.VISIBLE))
                        .toList();
        Schema schema = Schema.ARMOR_PLATE;
        return of(
                Target.of(0, points, Optional.empty(), ""),
                schema,
                new Size(input.side(), input.side()),
                input);
    }

    /// Smallest distance between two labelled keypoints, input px.
    public double dMin() {
        return labels.getFirst().scale().dMin();
    }

    /// The labelled points, input px.
    public List<Point> labelledPoints() {
        return points.stream().filter(Keypoint::labelled).map(Keypoint::at).toList();
    }

    /// That keypoint where it is labelled, else the first that is; 0 without any.
    public int labelled(int keypoint) {
        if (keypoint < points.size() && points.get(keypoint).labelled()) {
            return keypoint;
        }
        return IntStream.range(0, points.size())
                .filter(k -> points.get(k).labelled())
                .findFirst()
                .orElse(0);
    }
}
