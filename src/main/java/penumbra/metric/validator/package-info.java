/// Precision, recall and average precision as the public validator of YOLOv8-pose computes them, so
/// that numbers compare with those of papers and other programs. Frame: px of the network's input.
///
/// Source \[M2\]: facts of Ultralytics 8.3.253, found by running it. It differs from COCO's rules
/// in [penumbra.metric.MeanAveragePrecision]: which detection takes a target, trapezoids under 101
/// points, up to 300 detections of a picture, keypoint similarity with sigma 1/K and area 0.53 w h.
package penumbra.metric.validator;
