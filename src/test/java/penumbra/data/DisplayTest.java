package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.data.Display.Channel;
import penumbra.geometry.Region;
import penumbra.geometry.Size;

class DisplayTest {

    @Test
    void neutralLeavesEverySample() {
        int[] table = Display.NEUTRAL.table();
        for (int v = 0; v < 256; v++) {
            assertThat(table[v]).isEqualTo(v);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Two stops are a factor of 4, -1 stop one half.
        "2, 1, 10, 40",
        "2, 1, 64, 255",
        "-1, 1, 200, 100",
        // 255 * sqrt(64 / 255) = 127.75; 255 * (51 / 255)^2 = 10.2.
        "0, 2, 64, 128",
        "0, 0.5, 51, 10",
        // 255 * sqrt(4 * 16 / 255) is the same as that of 64.
        "2, 2, 16, 128",
        "8, 5, 0, 0",
        "0.5, 1, 100, 141"
    })
    void samplesByHand(double exposure, double gamma, int sample, int shown) {
        assertThat(new Display(exposure, gamma, Channel.RGB).table()[sample]).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        // (30 - 20) / (70 - 20) = 0.2 of 255; the ends and what lies beyond them.
        "0, 1, 20, 70, 30, 51",
        "0, 1, 20, 70, 20, 0",
        "0, 1, 20, 70, 5, 0",
        "0, 1, 20, 70, 70, 255",
        "0, 1, 20, 70, 200, 255",
        // One stop doubles what the levels leave; gamma 2 of 0.2 is 0.4472.
        "1, 1, 20, 70, 30, 102",
        "0, 2, 20, 70, 30, 114",
        "0, 1, 254, 255, 254, 0"
    })
    void levelsByHand(double exposure, double gamma, int black, int white, int sample, int shown) {
        Display display =
                new Display(exposure, gamma, Channel.RGB)
                        .withLevels(new Display.Levels(black, white));
        assertThat(display.table()[sample]).isEqualTo(shown);
        assertThat(display.withGamma(1).withChannel(Channel.RED).exposedBy(1).levels())
                .isEqualTo(new Display.Levels(black, white));
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "10, 10", "20, 10", "0, 256"})
    void levelsOutOfOrderAreRefused(int black, int white) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Display.Levels(black, white));
    }

    @ParameterizedTest
    @CsvSource({
        "RGB, 0xff142850",
        "RED, 0xff141414",
        "GREEN, 0xff282828",
        "BLUE, 0xff505050",
        "MAX, 0xff505050"
    })
    void channelsOfOnePixelOneStopUp(Channel channel, String shown) {
        int[] out = new int[1];
        new Display(1, 1, channel)
                .apply(new int[] {0xff0a1428}, out, 1, Region.all(new Size(1, 1)));
        assertThat(out[0]).isEqualTo(Integer.decode(shown.replace("0xff", "0x")) | 0xff000000);
    }

    @Test
    void theLargestChannelMayBeAnyOfThem() {
        int[] picture = {0xff300201, 0xff013002, 0xff010230};
        int[] out = new int[3];
        Display.NEUTRAL.withChannel(Channel.MAX).apply(picture, out, 3, new Region(0, 0, 3, 1));
        assertThat(out).containsOnly(0xff303030);
    }

    @Test
    void onlyTheRegionIsWrittenAndNothingOfThePicture() {
        int[] picture = Pictures.gradientPixels(8, 6);
        int[] before = picture.clone();
        int[] out = new int[48];
        Display.NEUTRAL.apply(picture, out, 8, new Region(2, 1, 3, 4));
        for (int i = 0; i < 48; i++) {
            int x = i % 8;
            int y = i / 8;
            boolean inside = x >= 2 && x < 5 && y >= 1 && y < 5;
            assertThat(out[i]).as("%d, %d", x, y).isEqualTo(inside ? picture[i] : 0);
        }
        assertThat(picture).isEqualTo(before);
    }

    @Test
    void brighterIsNeverDarker() {
        for (double gamma : new double[] {0.2, 1, 2.2, 5}) {
            for (double exposure = -8; exposure < 8; exposure += 0.5) {
                Display display = new Display(exposure, gamma, Channel.RGB);
                int[] table = display.table();
                int[] brighter = display.exposedBy(0.5).table();
                assertThat(table).isEqualTo(Arrays.stream(table).sorted().toArray());
                for (int v = 0; v < 256; v++) {
                    assertThat(brighter[v]).isBetween(table[v], 255);
                }
            }
        }
    }

    @Test
    void exposureStopsAtItsLimits() {
        assertThat(Display.NEUTRAL.exposedBy(100).exposure()).isEqualTo(8);
        assertThat(Display.NEUTRAL.exposedBy(-100).exposure()).isEqualTo(-8);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Display(Double.NaN, 1, Channel.RGB));
        assertThatIllegalArgumentException().isThrownBy(() -> Display.NEUTRAL.withGamma(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Display.NEUTRAL.withGamma(5.1));
    }
}
