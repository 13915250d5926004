package penumbra.engine.head;

/// Turns the head's raw numbers into boxes, probabilities and points.
///
/// Box sides are the anchor's centre minus or plus the distances of [Distances]; a keypoint is `(2
/// p + (anchor - 0.5)) * stride`, so that its offset counts from the cell's corner; scores and
/// visibilities are logistic.
public final class Decoder {

    private Decoder() {}

    /// All anchors.
    public static Decoded decode(RawOutput raw) {
        return decode(raw, Double.NEGATIVE_INFINITY);
    }

    /// @param floor anchors with no class above that probability are left zero, which saves time
    public static Decoded decode(RawOutput raw, double floor) {
        HeadLayout layout = raw.layout();
        Anchors anchors = raw.grid().anchors();
        int count = anchors.size();
        int channels = Decoded.BOX + layout.classes() + layout.keypointChannels();
        float[] values = new float[raw.batch() * channels * count];
        Distances distances = new Distances();
        for (int picture = 0; picture < raw.batch(); picture++) {
            int out = picture * channels * count;
            for (int a = 0; a < count; a++) {
                if (largestScore(raw, picture, a) > floor) {
                    distances.read(raw, picture, a);
                    box(distances, anchors, a, values, out + a);
                    rest(raw, picture, anchors, a, values, out + a);
                }
            }
        }
        return new Decoded(layout, raw.batch(), count, values);
    }

    private static float largestScore(RawOutput raw, int picture, int anchor) {
        float largest = Float.NEGATIVE_INFINITY;
        int count = raw.grid().size();
        int at = raw.offset(picture, raw.layout().score(0)) + anchor;
        for (int c = 0; c < raw.layout().classes(); c++) {
            largest = Math.max(largest, raw.values()[at + c * count]);
        }
        return (float) Logistic.sigmoid(largest);
    }

    private static void box(Distances distances, Anchors anchors, int a, float[] values, int at) {
        float x1 = distances.corner(0, anchors, a);
        float y1 = distances.corner(1, anchors, a);
        float x2 = distances.corner(2, anchors, a);
        float y2 = distances.corner(3, anchors, a);
        int stride = anchors.stride()[a];
        values[at] = (x1 + x2) / 2 * stride;
        values[at + anchors.size()] = (y1 + y2) / 2 * stride;
        values[at + 2 * anchors.size()] = (x2 - x1) * stride;
        values[at + 3 * anchors.size()] = (y2 - y1) * stride;
    }

    private static void rest(
            RawOutput raw, int picture, Anchors anchors, int a, float[] values, int at) {
        HeadLayout layout = raw.layout();
        int count = anchors.size();
        int from = raw.offset(picture, layout.score(0)) + a;
        int to = at + Decoded.BOX * count;
        for (int c = 0; c < layout.classes(); c++, from += count, to += count) {
            values[to] = (float) Logistic.sigmoid(raw.values()[from]);
        }
        for (int k = 0; k < layout.keypoints(); k++) {
            for (int d = 0; d < layout.dims(); d++, from += count, to += count) {
                float p = raw.values()[from];
                values[to] =
                        switch (d) {
                            case 0 -> (2 * p + (anchors.x()[a] - 0.5f)) * anchors.stride()[a];
                            case 1 -> (2 * p + (anchors.y()[a] - 0.5f)) * anchors.stride()[a];
                            default -> (float) Logistic.sigmoid(p);
                        };
            }
        }
    }
}
