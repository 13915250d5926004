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
public record RawOutput(HeadLayout layout, AnchorGrid grid, int batch, float[] values)
        implements HeadOutput {

    /// @throws IllegalArgumentException if there are not as many values as that needs
    public RawOutput {
        if (values.length != batch * layout.channels() * grid.size()) {
            throw new IllegalArgumentException(
                    values.length + " values for " + batch + " x " + layout + " x " + grid);
        }
    }

    @Override
    public RawOutput zerosLike() {
        return new RawOutput(layout, grid, batch, new float[values.length]);
    }

    @Override
    public Decoded decode(double floor) {
        return Decoder.decode(this, floor);
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
