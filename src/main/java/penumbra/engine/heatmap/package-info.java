/// The heat-map head in numbers: its layout, what training wants of it (targets, losses) and the
/// way back from maps to targets. Plain Java on maps that were copied out of libtorch; the formulas
/// are those of [penumbra.uncertainty].
///
/// **Frames.** *Cells*: input px divided by the stride; the cell of a place is its whole part, and
/// a place within a cell counts from the cell's corner (0 to 1). *Nodes*: cells counted from the
/// middle of the first one, so that the node of a cell is its index; places between nodes are read
/// by bilinear interpolation, and Gaussians are sampled at nodes. Node = cell place - 0.5.
package penumbra.engine.heatmap;
