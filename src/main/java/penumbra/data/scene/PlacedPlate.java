package penumbra.data.scene;

/// A plate that was painted.
///
/// @param mark the state of the silhouettes right after it; what came later may hide it
record PlacedPlate(Plate plate, int mark) {}
