package penumbra.engine.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.engine.assign.Predictions;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.Distances;
import penumbra.engine.head.Logistic;
import penumbra.engine.head.RawOutput;
import penumbra.geometry.Point;

/// What an assigner asks of one picture's raw output, worked out when it is asked.
final class PictureOutput {

    private final RawOutput raw;
    private final Anchors anchors;
    private final int picture;
    private final Distances distances = new Distances();

    PictureOutput(RawOutput raw, Anchors anchors, int picture) {
        this.raw = raw;
        this.anchors = anchors;
        this.picture = picture;
    }

    Predictions predictions() {
        return new Predictions(raw.grid(), this::box, this::score, this::keypoints);
    }

    private float[] box(int anchor) {
        distances.read(raw, picture, anchor);
        int stride = anchors.stride()[anchor];
        return new float[] {
            distances.corner(0, anchors, anchor) * stride,
            distances.corner(1, anchors, anchor) * stride,
            distances.corner(2, anchors, anchor) * stride,
            distances.corner(3, anchors, anchor) * stride
        };
    }

    private float score(int anchor, int classIndex) {
        int at = raw.offset(picture, raw.layout().score(classIndex)) + anchor;
        return (float) Logistic.sigmoid(raw.values()[at]);
    }

    private List<Point> keypoints(int anchor) {
        List<Point> points = new ArrayList<>(raw.layout().keypoints());
        for (int k = 0; k < raw.layout().keypoints(); k++) {
            points.add(raw.keypoint(picture, anchor, k, anchors));
        }
        return points;
    }
}
