package penumbra.engine.head;

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

    /// Index of a channel's first anchor.
    public int offset(int picture, int channel) {
        return (picture * layout.channels() + channel) * grid.size();
    }
}
