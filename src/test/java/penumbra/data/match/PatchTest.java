package penumbra.data.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.geometry.Region;
import penumbra.geometry.Size;

class PatchTest {

    /// Single precision of the values.
    private static final double FLOAT = 1e-5;

    private static final Brightness PICTURE = picture(4, 3, 0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 6, 0);

    @Test
    void brightnessIsTheSumOfTheSamples() {
        DecodedImage picture =
                new DecodedImage(new Size(2, 1), new int[] {0xff010203, 0xffffffff}, true);
        assertThat(Brightness.of(picture).values()).containsExactly(6, 765);
    }

    @Test
    void aPatchCorrelatesWhollyWithItselfWhateverTheLight() {
        Patch patch = Patch.of(PICTURE, new Region(1, 1, 2, 2), 1);
        assertThat(patch.correlation(PICTURE, 0, 0)).isCloseTo(1, within(FLOAT));
        Brightness brighter = picture(4, 3, 7, 7, 7, 7, 7, 10, 13, 7, 7, 16, 25, 7);
        assertThat(patch.correlation(brighter, 0, 0)).isCloseTo(1, within(FLOAT));
        Brightness negative = picture(4, 3, 9, 9, 9, 9, 9, 8, 7, 9, 9, 6, 3, 9);
        assertThat(patch.correlation(negative, 0, 0)).isCloseTo(-1, within(FLOAT));
    }

    @Test
    void correlationByHand() {
        // Patch 1 2 3 6, mean 3: -2 -1 0 3. Shifted to 0 0 1 2... of the row above: 0 0 1 2.
        Patch patch = Patch.of(PICTURE, new Region(1, 1, 2, 2), 1);
        // Window 0 0 1 2: mean 0.75, deviations -0.75 -0.75 0.25 1.25; dot 1.5 + 0.75 + 0 + 3.75.
        double expected = 6 / Math.sqrt(14 * 2.75);
        assertThat(patch.correlation(PICTURE, 0, -1)).isCloseTo(expected, within(FLOAT));
    }

    @Test
    void evenGroundAndWhatLiesOutsideCorrelateWithNothing() {
        Patch patch = Patch.of(PICTURE, new Region(1, 1, 2, 2), 1);
        assertThat(patch.correlation(picture(4, 3, new float[12]), 0, 0)).isZero();
        assertThat(patch.correlation(PICTURE, 2, 0)).isEqualTo(-1);
        assertThat(patch.correlation(PICTURE, 0, -2)).isEqualTo(-1);
        Patch even = Patch.of(PICTURE, new Region(0, 0, 4, 1), 1);
        assertThat(even.correlation(PICTURE, 0, 1)).isZero();
    }

    @Test
    void withAStrideSomePixelsAreLookedAt() {
        Brightness checks = picture(4, 2, 1, 9, 3, 9, 9, 9, 9, 9);
        Brightness other = picture(4, 2, 1, 0, 3, 50, 6, 7, 8, 2);
        Patch patch = Patch.of(checks, new Region(0, 0, 4, 2), 2);
        assertThat(patch.correlation(other, 0, 0)).isCloseTo(1, within(FLOAT));
    }

    private static Brightness picture(int width, int height, float... values) {
        return new Brightness(new Size(width, height), values);
    }
}
