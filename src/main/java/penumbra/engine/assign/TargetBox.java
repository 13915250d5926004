package penumbra.engine.assign;

import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;

/// The box of a labelled object, corners in input px, single precision as the reference has them.
public record TargetBox(float x1, float y1, float x2, float y2) {

    public static TargetBox of(InputLabel label) {
        Box box = label.box();
        return new TargetBox(
                (float) box.x(), (float) box.y(), (float) box.right(), (float) box.bottom());
    }

    /// Square px.
    public double area() {
        return (double) (x2 - x1) * (y2 - y1);
    }

    double centreX() {
        return ((double) x1 + x2) / 2;
    }

    double centreY() {
        return ((double) y1 + y2) / 2;
    }

    /// Boxes wholly left of and above the picture, and padding, count for nothing.
    boolean counts() {
        return x1 + y1 + x2 + y2 > 0;
    }

    /// Whether the anchor's centre lies strictly inside.
    boolean contains(float x, float y) {
        return Math.min(Math.min(x - x1, y - y1), Math.min(x2 - x, y2 - y)) > 1e-9f;
    }

    /// The same centre with other sides.
    TargetBox resized(float width, float height) {
        float cx = (x1 + x2) / 2;
        float cy = (y1 + y2) / 2;
        return new TargetBox(cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2);
    }
}
