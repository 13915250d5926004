package penumbra.ui.overlay;

import penumbra.plot.ColourMap;

/// What the colours of a map mean: a strip of the colour map with words at its ends.
record Legend(ColourMap map, String low, String high) {}
