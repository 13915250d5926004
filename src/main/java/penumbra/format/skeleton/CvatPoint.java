package penumbra.format.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.format.Decimal;
import penumbra.format.Excerpt;
import penumbra.format.Refusal;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// One point of a skeleton as written.
///
/// @param at its attribute `points`, `x,y`
record CvatPoint(int line, String label, boolean outside, boolean occluded, String at) {

    /// The `points` element that is current.
    static CvatPoint of(XmlReader xml, String label) {
        return new CvatPoint(
                xml.line(),
                label,
                flag(xml, "outside"),
                flag(xml, "occluded"),
                xml.attribute("points").orElse(""));
    }

    static boolean flag(XmlReader xml, String attribute) {
        return xml.attribute(attribute).filter(v -> v.equals("1")).isPresent();
    }

    /// A skeleton of these points.
    ///
    /// @throws Refusal if a point is no pair of numbers, or a name comes twice
    static Skeleton skeleton(
            int line, String label, List<CvatPoint> points, CvatLabels labels, String annotator)
            throws Refusal {
        List<String> names = new ArrayList<>();
        List<Keypoint> keypoints = new ArrayList<>();
        for (CvatPoint point : points) {
            if (names.contains(point.label()) || names.size() == Category.MAX_KEYPOINTS) {
                throw new Refusal(point.line(), "point-twice", Excerpt.of(point.label()));
            }
            names.add(point.label());
            keypoints.add(point.keypoint());
        }
        if (names.isEmpty()) {
            throw new Refusal(line, "no-keypoints", Excerpt.of(label));
        }
        return new Skeleton(
                line,
                label,
                labels.category(label),
                names,
                keypoints,
                true,
                Optional.empty(),
                annotator);
    }

    private Keypoint keypoint() throws Refusal {
        if (outside) {
            return Keypoint.UNLABELLED;
        }
        String[] xy = at.split(",", 3);
        if (xy.length != 2) {
            throw new Refusal(line, "point-pair", Excerpt.of(at));
        }
        return new Keypoint(
                new Point(number(xy[0]), number(xy[1])),
                occluded ? Visibility.OCCLUDED : Visibility.VISIBLE);
    }

    private double number(String text) throws Refusal {
        return Decimal.parse(text.strip())
                .orElseThrow(() -> new Refusal(line, "point-pair", Excerpt.of(at)));
    }
}
