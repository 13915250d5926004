package penumbra.engine.heatmap;

import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;

/// The channels of the heat-map head, in this order; lengths are in cells.
///
/// | channels | what |
/// |---|---|
/// | nc | logit of a target's centre, for each class |
/// | 2 | its width and height |
/// | 2 | the centre within its cell, 0 to 1 |
/// | 2 K | each keypoint from the cell's corner |
/// | the form's | where keypoints are, whoever's they may be ([KeypointForm]) |
///
/// Sources: CenterNet's for the first four and its form (\[S3\] in [penumbra.uncertainty]); the
/// other forms put the maps of \[S1\] and \[S4\] in the place of CenterNet's keypoint maps, so that
/// centres say which keypoints belong together.
///
/// @param form of the keypoint maps
/// @param classes nc
/// @param keypoints K
/// @param stride input px of a cell: 4, or 8 without upsampling
public record HeatmapLayout(KeypointForm form, int classes, int keypoints, int stride) {

    /// Input px of a cell unless a run says otherwise.
    public static final int STRIDE = 4;

    /// Input px of a cell without upsampling.
    public static final int COARSE = 8;

    public HeatmapLayout {
        if (classes < 1 || keypoints < 1 || stride != STRIDE && stride != COARSE) {
            throw new IllegalArgumentException(
                    classes + " classes, " + keypoints + " keypoints, stride " + stride);
        }
    }

    /// Whether the head works on a finer map than the neck's finest.
    public boolean upsampled() {
        return stride == STRIDE;
    }

    public int channels() {
        return keypointMap(0) + keypointChannels();
    }

    /// Channels of size, offset and the way to the keypoints.
    public int boxChannels() {
        return 4 + 2 * keypoints;
    }

    /// Channels of the form.
    public int keypointChannels() {
        return form.channels(keypoints);
    }

    /// The channel of a class's centres.
    public int centre(int classIndex) {
        return classIndex;
    }

    /// The channel of width (0) or height (1).
    public int size(int d) {
        return classes + d;
    }

    /// The channel of the centre within its cell, x (0) or y (1).
    public int offset(int d) {
        return classes + 2 + d;
    }

    /// The channel of the way from a centre's cell to a keypoint, x (0) or y (1).
    public int joint(int k, int d) {
        return classes + 4 + 2 * k + d;
    }

    /// The channel of a keypoint's map: logit or height.
    public int keypointMap(int k) {
        return classes + boxChannels() + k;
    }

    /// CENTERNET: the channel of a keypoint's place within its cell.
    public int keypointOffset(int d) {
        return keypointMap(keypoints) + d;
    }

    /// ADAANCHOR: the channel of the way from a cell to the keypoint.
    public int anchorOffset(int k, int d) {
        return keypointMap(keypoints) + 2 * k + d;
    }

    /// ADAANCHOR: the channel of the step from there to the refined place.
    public int localOffset(int k, int d) {
        return keypointMap(keypoints) + 2 * (keypoints + k) + d;
    }

    /// Columns of cells.
    public int columns(AnchorGrid input) {
        return input.columns() / stride;
    }

    /// Rows of cells.
    public int rows(AnchorGrid input) {
        return input.rows() / stride;
    }

    /// What is found: classes, and keypoints with how sure their maps are of them.
    public HeadLayout found() {
        return new HeadLayout(classes, keypoints, 3);
    }
}
