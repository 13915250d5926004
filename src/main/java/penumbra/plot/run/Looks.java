package penumbra.plot.run;

import penumbra.plot.Skin;

/// Colours and dashes of what belongs together.
final class Looks {

    private Looks() {}

    /// The same colour with the next kind of dashes.
    static int dashed(int look) {
        return look + Skin.COLOURS;
    }
}
