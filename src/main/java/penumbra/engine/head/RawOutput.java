package penumbra.engine.head;

import penumbra.geometry.Point;

/// What the network gives before decoding: for each picture, channel and anchor a number, or the
/// derivative of a loss by it.
///
/// Channels: 64 logits of the box distances (`side * 16 + bin`, sides left, top, right, bottom), nc
/// class logits, nk keypoint numbers (`k * dims + d`; x, y relative to the cell, visibility logit).
///
/// @param layout what the channels are
/// @param values `[batch, channels, anchors]`, anchors last; shared
public record RawOutput(HeadLayout layout, AnchorGrid grid, int batch, float[] values) {

    /// @throws IllegalArgumentException if there are not as many values as that needs
    public RawOutput {
        if (values.length != batch * layout.channels() * grid.size()) {
            throw new IllegalArgumentException(
                    values.length + " values for " + batch + " x " + layout + " x " + grid);
        }
    }

    /// All zeros, for a derivative of an output like this one.
    public RawOutput zerosLike() {
        return new RawOutput(layout, grid, batch, new float[values.length]);
    }

    /// Whether every value is a finite number.
    public boolean finite() {
        // An exponent of all ones, and only that, carries into the sign.
        int carried = 0;
        for (float value : values) {
            carried |= (Float.floatToRawIntBits(value) & 0x7F80_0000) + 0x0080_0000;
        }
        return carried >= 0;
    }

    /// Where an anchor has a keypoint, input px: `(2 p + (anchor - 0.5)) * stride`.
    public Point keypoint(int picture, int anchor, int k, Anchors anchors) {
        float x = values[offset(picture, layout.keypoint(k, 0)) + anchor];
        float y = values[offset(picture, layout.keypoint(k, 1)) + anchor];
        int stride = anchors.stride()[anchor];
        return new Point(
                (2.0 * x + (anchors.x()[anchor] - 0.5)) * stride,
                (2.0 * y + (anchors.y()[anchor] - 0.5)) * stride);
    }

    /// Index of a channel's first anchor.
    public int offset(int picture, int channel) {
        return (picture * layout.channels() + channel) * grid.size();
    }
}
