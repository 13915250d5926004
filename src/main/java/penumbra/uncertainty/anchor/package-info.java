/// AdaAnchor: the cells that answer for a keypoint are those that are confident and right, not
/// those that are near. Source \[S4\] as in [penumbra.uncertainty].
///
/// Frame: cells of the candidate map, a candidate being named by its integer column x and row y;
/// the source writes (row, column). Selection is not differentiated.
package penumbra.uncertainty.anchor;
