package penumbra.ui.overlay;

import penumbra.geometry.Point;

/// A spot on the screen, of which a frame may have thousands.
///
/// @param at screen px
/// @param radius screen px
record Disc(Point at, double radius) {}
