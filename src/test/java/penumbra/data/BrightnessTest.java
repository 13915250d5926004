package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.data.Brightness.Bar;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

class BrightnessTest {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 16;

    private static DecodedImage picture(int argb) {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, argb);
        return new DecodedImage(new Size(WIDTH, HEIGHT), pixels, true);
    }

    @Test
    void whiteIsOneAndTheMiddleOfTheCodesIsDarkerThanHalf() {
        assertThat(new Brightness(picture(0xffffffff)).mean()).isEqualTo(1);
        assertThat(new Brightness(picture(0xff000000)).mean()).isZero();
        // ((128 / 255 + 0.055) / 1.055)^2.4
        assertThat(new Brightness(picture(0xff808080)).mean()).isCloseTo(0.21586, within(1e-5));
        // 5 / 255 / 12.92
        assertThat(new Brightness(picture(0xff050505)).mean()).isCloseTo(0.0015176, within(1e-7));
    }

    @Test
    void blueCountsAsMuchAsRed() {
        assertThat(new Brightness(picture(0xff0000ff)).mean()).isEqualTo(1);
        assertThat(new Brightness(picture(0xffff0000)).mean()).isEqualTo(1);
    }

    @Test
    void aPictureThatIsAQuarterWhiteHasAQuarterOfTheLight() {
        DecodedImage picture = picture(0xff000000);
        Arrays.fill(picture.argb(), 0, WIDTH * HEIGHT / 4, 0xffffffff);
        assertThat(new Brightness(picture).mean()).isCloseTo(0.25, within(1e-12));
    }

    /// An upright bar in the middle, 8 px long: 2 px around it count.
    private static final Bar BAR = new Bar(new Point(10, 4), new Point(10, 12));

    @Test
    void onlyPixelsAroundTheBarsCount() {
        DecodedImage picture = picture(0xffffffff);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 7; x < 13; x++) {
                picture.argb()[y * WIDTH + x] = 0xff808080;
            }
        }
        assertThat(new Brightness(picture).median(List.of(BAR)).orElseThrow())
                .isCloseTo(0.21586, within(1e-5));
        Bar far = new Bar(new Point(2, 4), new Point(2, 12));
        assertThat(new Brightness(picture).median(List.of(far)).orElseThrow()).isEqualTo(1);
        // As many pixels of each: the mean of the two in the middle.
        assertThat(new Brightness(picture).median(List.of(BAR, far)).orElseThrow())
                .isCloseTo((1 + 0.21586) / 2, within(1e-5));
    }

    @Test
    void aPixelBetweenTwoBarsCountsOnce() {
        DecodedImage picture = picture(0xff000000);
        assertThat(new Brightness(picture).median(List.of(BAR, BAR)).orElseThrow()).isZero();
        for (int y = 0; y < HEIGHT; y++) {
            picture.argb()[y * WIDTH + 9] = 0xffffffff;
            picture.argb()[y * WIDTH + 10] = 0xffffffff;
        }
        double once = new Brightness(picture).median(List.of(BAR)).orElseThrow();
        assertThat(new Brightness(picture).median(List.of(BAR, BAR)).orElseThrow()).isEqualTo(once);
    }

    @Test
    void aBarOutsideThePictureHasNoBrightness() {
        Bar outside = new Bar(new Point(-20, 4), new Point(-20, 9));
        assertThat(new Brightness(picture(0xffffffff)).median(List.of(outside))).isEmpty();
        assertThat(new Brightness(picture(0xffffffff)).median(List.of())).isEmpty();
        Bar across = new Bar(new Point(-3, 4), new Point(1, 4));
        assertThat(new Brightness(picture(0xffffffff)).median(List.of(across))).hasValue(1);
    }
}
