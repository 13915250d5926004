package penumbra.engine.head;

/// What the network says in numbers that mean something, laid out as exported models of this family
/// give it.
///
/// Channels: centre x, centre y, width, height in input px; nc probabilities; nk keypoint numbers:
/// x, y in input px and, where there are three, the probability of being visible or, of heat maps,
/// the height of the keypoint's peak.
///
/// @param values `[batch, 4 + nc + nk, anchors]`, anchors last; shared
/// @param peaks whether the third number is the height of a peak
public record Decoded(HeadLayout layout, int batch, int anchors, float[] values, boolean peaks) {

    static final int BOX = 4;

    public Decoded {
        if (values.length
                != batch * (BOX + layout.classes() + layout.keypointChannels()) * anchors) {
            throw new IllegalArgumentException(
                    values.length + " values for " + batch + " x " + layout + " x " + anchors);
        }
    }

    /// One whose third numbers, if any, are probabilities of being visible.
    public Decoded(HeadLayout layout, int batch, int anchors, float[] values) {
        this(layout, batch, anchors, values, false);
    }

    /// The number of a channel at an anchor of a picture.
    public float get(int picture, int channel, int anchor) {
        int channels = BOX + layout.classes() + layout.keypointChannels();
        return values[(picture * channels + channel) * anchors + anchor];
    }

    /// The channel of a class's probability.
    public int score(int classIndex) {
        return BOX + classIndex;
    }

    /// The channel of a keypoint's number: 0 x, 1 y, 2 visibility.
    public int keypoint(int k, int d) {
        return BOX + layout.classes() + k * layout.dims() + d;
    }
}
