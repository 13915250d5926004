package penumbra.plot.loss;

/// What a network sees of a picture, and on which grid it predicts.
///
/// @param side longer side of its input, px
/// @param stride input px of one cell of the level that predicts the target
public record NetworkInput(int side, int stride) {

    /// What YOLOv8 has unless told otherwise, on its finest level.
    public static final NetworkInput USUAL = new NetworkInput(640, 8);

    public NetworkInput {
        if (side < 1 || stride < 1) {
            throw new IllegalArgumentException("no network input: " + side + ", " + stride);
        }
    }
}
