package penumbra.engine.assign;

/// The box of a labelled object, corners in input px.
public record TargetBox(int classIndex, float x1, float y1, float x2, float y2) {

    /// Boxes wholly left of and above the picture, and padding, count for nothing.
    boolean counts() {
        return x1 + y1 + x2 + y2 > 0;
    }

    /// Whether the anchor's centre lies strictly inside.
    public boolean contains(float x, float y) {
        return Math.min(Math.min(x - x1, y - y1), Math.min(x2 - x, y2 - y)) > 1e-9f;
    }
}
