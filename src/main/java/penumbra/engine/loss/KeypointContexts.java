package penumbra.engine.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.engine.assign.TargetBox;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.NoiseLaw;
import penumbra.uncertainty.SmallestGap;
import penumbra.uncertainty.TargetScale;

/// What the keypoint term may know of labels besides their places.
///
/// Sizes are read from the annotated keypoints, before the border cut any off. Noise is asked for
/// in the picture that was annotated and carried to input px by the label's zoom: people click in
/// the picture. Across and along mean the edge a keypoint ends; one that ends none or several, or
/// whose other end is not labelled, scatters evenly.
///
/// @param edges of the schema, for a plate its two bars
/// @param noise by direction and size
public record KeypointContexts(List<Schema.Edge> edges, NoiseLaw noise) {

    /// For keypoints that are not joined and noise that nobody measured.
    public static final KeypointContexts ASSUMED =
            new KeypointContexts(List.of(), EndNoise::assumed);

    private static final Point ANY = new Point(1, 0);

    public KeypointContexts {
        edges = List.copyOf(edges);
    }

    /// For targets of that schema, with the noise that its project measured ([EndNoise#of]).
    public static KeypointContexts of(Schema schema) {
        return new KeypointContexts(
                schema.edges(), (outwards, gap) -> EndNoise.of(schema.noise(), outwards, gap));
    }

    /// One for each keypoint, input px.
    ///
    /// @param stride of the level that predicts the object
    /// @param side longer side of the input
    List<LabelContext> of(InputLabel label, double stride, double side) {
        List<Keypoint> keypoints = label.annotated();
        List<Point> labelled =
                keypoints.stream().filter(Keypoint::labelled).map(Keypoint::at).toList();
        double gap = SmallestGap.of(labelled, label.box());
        double bars =
                edges.stream()
                        .map(e -> List.of(keypoints.get(e.from()), keypoints.get(e.to())))
                        .filter(ends -> ends.stream().allMatch(Keypoint::labelled))
                        .mapToDouble(ends -> ends.getFirst().at().distance(ends.getLast().at()))
                        .average()
                        .orElse(gap);
        double area = TargetBox.of(label).area();
        TargetScale scale = new TargetScale(gap, bars, area, stride, side);
        List<LabelContext> contexts = new ArrayList<>(keypoints.size());
        for (int k = 0; k < keypoints.size(); k++) {
            contexts.add(new LabelContext(scale, noise(label, k, gap)));
        }
        return contexts;
    }

    private EndNoise noise(InputLabel label, int k, double gap) {
        List<Keypoint> keypoints = label.annotated();
        List<Integer> others =
                edges.stream()
                        .filter(e -> e.from() == k || e.to() == k)
                        .map(e -> e.from() == k ? e.to() : e.from())
                        .toList();
        double picture = gap / label.zoom();
        if (others.size() == 1) {
            Keypoint inner = keypoints.get(others.getFirst());
            Point along = keypoints.get(k).at().minus(inner.at());
            double length = along.norm();
            if (keypoints.get(k).labelled() && inner.labelled() && length > EndNoise.LEAST) {
                return noise.at(along.times(1 / length), picture).scaled(label.zoom());
            }
        }
        return EndNoise.isotropic(noise.at(ANY, picture).scaled(label.zoom()).sigma());
    }
}
