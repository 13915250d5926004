package penumbra.data.scene;

import java.util.SplittableRandom;
import penumbra.geometry.Pose;

/// Words of no language on signs and screens.
final class Lettering {

    private Lettering() {}

    /// A row of letters that starts at the pose's origin.
    ///
    /// @param size of a letter, metres
    static void draw(
            Painter painter,
            Pose start,
            int letters,
            double size,
            Light light,
            SplittableRandom random) {
        for (int i = 0; i < letters; i++) {
            painter.shape(
                    start.moved((i + 0.5) * size * 0.98, 0, 0), Glyphs.letter(random), size, light);
        }
    }
}
