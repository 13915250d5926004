package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

class LightPatchTest {

    /// 6 x 5 pixels of black with white at column 2, row 1.
    private static DecodedImage dot() {
        int[] argb = new int[30];
        Arrays.fill(argb, 0xff000000);
        argb[8] = 0xffffffff;
        return new DecodedImage(new Size(6, 5), argb, true);
    }

    @Test
    void itCoversTheWholePixelsOfTheBoxWithinThePicture() {
        LightPatch patch = LightPatch.of(dot(), PlateColour.ANY, new Box(-3, 0.4, 7.2, 3));

        assertThat(patch.left()).isZero();
        assertThat(patch.top()).isZero();
        assertThat(patch.width()).isEqualTo(5);
        assertThat(patch.height()).isEqualTo(4);
        assertThat(patch.light()[patch.index(new Point(2.1, 1.9))]).isEqualTo(1);
        assertThat(patch.centre(patch.index(new Point(2.1, 1.9)))).isEqualTo(new Point(2.5, 1.5));
        assertThat(patch.index(new Point(5.1, 1))).isEqualTo(-1);
        assertThat(LightPatch.of(dot(), PlateColour.ANY, new Box(50, 50, 3, 3)).light()).isEmpty();
    }

    @Test
    void lightBetweenPixelCentresIsInterpolated() {
        LightPatch patch = LightPatch.of(dot(), PlateColour.ANY, new Box(0, 0, 6, 5));

        assertThat(patch.at(new Point(2.5, 1.5))).isEqualTo(1, within(1e-6));
        assertThat(patch.at(new Point(3, 1.5))).isEqualTo(0.5, within(1e-6));
        assertThat(patch.at(new Point(2.25, 1))).isEqualTo(0.375, within(1e-6));
        assertThat(patch.at(new Point(-40, 90))).isEqualTo(patch.background());
    }

    @Test
    void neighboursOfASaturatedPixelAreFoundWithinReach() {
        LightPatch patch = LightPatch.of(dot(), PlateColour.ANY, new Box(0, 0, 6, 5));

        assertThat(patch.nearClipped(patch.index(new Point(4.5, 3.5)), 2)).isTrue();
        assertThat(patch.nearClipped(patch.index(new Point(4.5, 3.5)), 1)).isFalse();
        assertThat(patch.nearClipped(patch.index(new Point(5.5, 1.5)), 2)).isFalse();
    }

    @Test
    void aPixelIsSaturatedWhenAnyOfItsChannelsIs() {
        DecodedImage picture = new DecodedImage(new Size(1, 1), new int[] {0xff1050ff}, true);

        LightPatch blue = LightPatch.of(picture, PlateColour.BLUE, new Box(0, 0, 1, 1));
        LightPatch red = LightPatch.of(picture, PlateColour.RED, new Box(0, 0, 1, 1));

        assertThat(blue.light()[0]).isLessThan(LightPatch.CLIPPED);
        assertThat(blue.isClipped(0)).isTrue();
        assertThat(red.isClipped(0)).isTrue();
        assertThat(red.nearClipped(0, 0)).isTrue();
    }

    @Test
    void codesBecomeLinearLightOfTheColour() {
        // sRGB 0.5 is light 0.2140 (128 is 0.2159); green counts three times blue in blue lamps.
        assertThat(PlateColour.RED.light(0xff8000ff)).isEqualTo(0.21586f, within(1e-5f));
        assertThat(PlateColour.BLUE.light(0xffff8000)).isEqualTo(0.75f * 0.21586f, within(1e-5f));
        assertThat(PlateColour.BLUE.light(0xff0000ff)).isEqualTo(0.25f);
        assertThat(PlateColour.PURPLE.light(0xff80ffff)).isEqualTo(0.21586f, within(1e-5f));
        assertThat(PlateColour.ANY.light(0xff00ff00)).isEqualTo(1);
        assertThat(PlateColour.RED.light(0xff0affff)).isEqualTo(10 / 255f / 12.92f, within(1e-6f));
    }

    @Test
    void theClassNamesFirstLetterTellsTheColour() {
        assertThat(PlateColour.ofClass("B3")).isEqualTo(PlateColour.BLUE);
        assertThat(PlateColour.ofClass("RBb")).isEqualTo(PlateColour.RED);
        assertThat(PlateColour.ofClass("P1")).isEqualTo(PlateColour.PURPLE);
        assertThat(PlateColour.ofClass("N1")).isEqualTo(PlateColour.ANY);
        assertThat(PlateColour.ofClass("")).isEqualTo(PlateColour.ANY);
    }

    @Test
    void momentsOfPixelsAreWeightedWithTheirLight() {
        int[] argb = new int[30];
        Arrays.fill(argb, 0xff000000);
        for (int y = 0; y < 5; y++) {
            argb[6 * y + 1] = 0xffffffff;
        }
        DecodedImage column = new DecodedImage(new Size(6, 5), argb, true);
        LightPatch patch = LightPatch.of(column, PlateColour.ANY, new Box(0, 0, 6, 5));
        boolean[] bright = new boolean[30];
        for (int i = 0; i < 30; i++) {
            bright[i] = patch.light()[i] > 0.5;
        }

        Moments moments = Moments.of(patch, bright, 0);

        // Rows 0 to 4: variance 2, and 1/12 for the pixel itself; across only the latter.
        assertThat(moments.middle().distance(new Point(1.5, 2.5))).isLessThan(1e-9);
        assertThat(Math.abs(moments.direction().y())).isEqualTo(1, within(1e-9));
        assertThat(moments.major()).isEqualTo(Math.sqrt(2 + 1.0 / 12), within(1e-9));
        assertThat(moments.minor()).isEqualTo(Math.sqrt(1.0 / 12), within(1e-9));
    }
}
