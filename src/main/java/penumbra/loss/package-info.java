/// Keypoint losses, value and gradient, on plain doubles: the reference that tensors are tested
/// against, and what the loss explorer draws.
///
/// Residuals are prediction minus label in px of one frame (input px while training); labels,
/// sigmas and gap are constants, and every gradient is with respect to the prediction. Where a loss
/// has a corner its gradient is the subgradient nearest to 0.
///
/// Sources \[S0\] to \[S4\] as in [penumbra.uncertainty]; \[P1\] the facts of the public pose loss
/// of YOLOv8 (formulas only); \[P2\] Z.-H. Feng et al., *Wing Loss for Robust Facial Landmark
/// Localisation with Convolutional Neural Networks*, 2018; \[P3\] H. Li et al., *Visualizing the
/// Loss Landscape of Neural Nets*, 2018.
package penumbra.loss;
