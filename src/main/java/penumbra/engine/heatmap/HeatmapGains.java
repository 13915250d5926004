package penumbra.engine.heatmap;

import penumbra.uncertainty.heatmap.CentreLoss;

/// What the terms of the heat-map head's loss are multiplied with; that of the centres is 1.
///
/// @param size of widths and heights
/// @param offset of centres within their cells
/// @param joints of the ways from centres to keypoints
/// @param keypoints of the keypoint maps
public record HeatmapGains(double size, double offset, double joints, double keypoints) {

    /// The sources': sizes in cells count a tenth, everything else once.
    public static final HeatmapGains DEFAULT =
            new HeatmapGains(CentreLoss.SIZE_WEIGHT, CentreLoss.OFFSET_WEIGHT, 1, 1);
}
