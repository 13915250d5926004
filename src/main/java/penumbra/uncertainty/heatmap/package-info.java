/// Heat maps of CornerNet and CenterNet: the radius of a Gaussian, the target map, the losses of
/// the three heads, and the way back from maps to points and boxes.
///
/// Frame: cells of the map, the input divided by R (usually 4); a cell is named by its integer
/// column x and row y. Sources \[S2\] and \[S3\] as in [penumbra.uncertainty]; \[P4\] facts of the
/// public code of CenterNet and of its issues on the radius.
package penumbra.uncertainty.heatmap;
