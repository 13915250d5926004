package penumbra.engine.head;

/// Anchor points in cells and the stride of each. The arrays are shared, never to be written.
///
/// @param x centre of the cell, column + 0.5
/// @param y centre of the cell, row + 0.5
/// @param stride side of the cell, input px
public record Anchors(float[] x, float[] y, int[] stride) {

    public int size() {
        return stride.length;
    }
}
