/// How good predictions are, on plain doubles. Frame: one px frame for labels and predictions
/// alike, stated by who calls. Rank losses by error against clean truth only: noise of test labels
/// hides differences.
///
/// Sources \[S0\], \[S1\], \[S4\] as in [penumbra.uncertainty]; \[M1\] COCO keypoint evaluation;
/// \[M2\] facts of the public validator of YOLOv8-pose.
package penumbra.metric;
