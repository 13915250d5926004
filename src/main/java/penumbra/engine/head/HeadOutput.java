package penumbra.engine.head;

/// The numbers that leave a network for a batch of pictures, or the derivatives of a loss by them,
/// with what they mean.
public interface HeadOutput {

    /// Pictures.
    int batch();

    /// `[batch, channels, places]`, places last; shared.
    float[] values();

    /// All zeros, for a derivative of an output like this one.
    HeadOutput zerosLike();

    /// What was found.
    ///
    /// @param floor anchors with no class above that probability may be left zero, which saves time
    Decoded decode(double floor);

    /// Whether every value is a finite number.
    default boolean finite() {
        // An exponent of all ones, and only that, carries into the sign.
        int carried = 0;
        for (float value : values()) {
            carried |= (Float.floatToRawIntBits(value) & 0x7F80_0000) + 0x0080_0000;
        }
        return carried >= 0;
    }
}
