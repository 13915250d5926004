/// How sure a label is: the formulas of the five sources on plain doubles. The window draws them,
/// losses and metrics compute with them, tensors are tested against them.
///
/// Frames: input px (letterboxed network input) unless a parameter says otherwise; labels
/// themselves live in picture px. A standard deviation has the unit of its points. Everything here
/// is a function of labels alone: no gradient flows through it.
///
/// Sources, quoted as \[S0\] ... throughout:
///
/// - \[S0\] H. Huo, T. Wang, L. Zhao, *Helium Loss for Robust Keypoints Detection with
///   Convolutional Neural Networks*.
/// - \[S1\] B. Teixeira, B. Tamersoy, V. Singh, A. Kapoor, *Adaloss: Adaptive Loss Function for
///   Landmark Localization*, 2019.
/// - \[S2\] a Chinese note on the Gaussian radius of CornerNet and the losses of CenterNet.
/// - \[S3\] *CenterNet: Objects as Points, A Comprehensive Guide*.
/// - \[S4\] *Adaptive Anchor for Robust Keypoint Localization*, paper under review.
///
/// Rooms: `heatmap` (radius, Gaussian targets, decoding), `adaloss`, `anchor`, `measure`
/// (calibration from pairs of annotations).
package penumbra.uncertainty;
