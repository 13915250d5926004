/// The keypoint losses as charts: along a line through the label, over predicted positions, under
/// motions of a whole target, and the label's deviation against the target's size.
///
/// Everything here computes with the records of [penumbra.loss] and [penumbra.uncertainty]; nothing
/// is differenced from drawn nodes. Frame: input px, the picture shrunk until its longer side is
/// the network's input.
package penumbra.plot.loss;
