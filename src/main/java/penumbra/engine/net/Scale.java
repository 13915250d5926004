package penumbra.engine.net;

/// The sizes of the YOLOv8 family: how deep, how wide, and the most channels before widening.
public enum Scale {
    N(0.33, 0.25, 1024),
    S(0.33, 0.50, 1024),
    M(0.67, 0.75, 768),
    L(1.00, 1.00, 512),
    X(1.00, 1.25, 512);

    private final double depth;
    private final double width;
    private final int most;

    Scale(double depth, double width, int most) {
        this.depth = depth;
        this.width = width;
        this.most = most;
    }

    /// Channels at this scale: a multiple of 8, rounded up.
    int channels(int nominal) {
        return (int) Math.ceil(Math.min(nominal, most) * width / 8) * 8;
    }

    /// Bottlenecks in a row at this scale.
    int repeats(int nominal) {
        return (int) Math.max(Math.rint(nominal * depth), 1);
    }
}
