package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {

    /// Entries of the published tables, by their place among the 256.
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS, 0, 440154",
        "VIRIDIS, 64, 3b528b",
        "VIRIDIS, 128, 21918c",
        "VIRIDIS, 192, 5ec962",
        "VIRIDIS, 255, fde725",
        "MAGMA, 0, 000004",
        "MAGMA, 64, 51127c",
        "MAGMA, 128, b73779",
        "MAGMA, 192, fc8961",
        "MAGMA, 255, fcfdbf",
        "INFERNO, 0, 000004",
        "INFERNO, 64, 57106e",
        "INFERNO, 128, bc3754",
        "INFERNO, 192, f98e09",
        "INFERNO, 255, fcffa4"
    })
    void coloursAreThePublishedOnes(ColourMap map, int place, String colour) {
        assertThat(String.format("%06x", map.rgb(place / 255.0))).isEqualTo(colour);
    }

    @ParameterizedTest
    @EnumSource
    void stepsBetweenColoursAreSmallEverywhere(ColourMap map) {
        for (int i = 1; i < 256; i++) {
            int before = map.rgb((i - 1) / 255.0);
            int now = map.rgb(i / 255.0);
            for (int shift = 0; shift <= 16; shift += 8) {
                int step = (now >> shift & 0xff) - (before >> shift & 0xff);
                assertThat(Math.abs(step)).as(map + " " + i).isLessThanOrEqualTo(8);
            }
        }
    }

    @Test
    void valuesBeyondTheEndsTakeTheEnds() {
        assertThat(ColourMap.MAGMA.rgb(-3)).isEqualTo(ColourMap.MAGMA.rgb(0));
        assertThat(ColourMap.MAGMA.rgb(7)).isEqualTo(ColourMap.MAGMA.rgb(1));
    }

    @Test
    void lightnessRisesAllTheWay() {
        for (ColourMap map : ColourMap.values()) {
            double before = -1;
            for (int i = 0; i <= 20; i++) {
                int c = map.rgb(i / 20.0);
                double light =
                        0.2126 * linear(c >> 16 & 0xff)
                                + 0.7152 * linear(c >> 8 & 0xff)
                                + 0.0722 * linear(c & 0xff);
                assertThat(light).as(map + " " + i).isGreaterThan(before);
                before = light;
            }
        }
    }

    private static double linear(int sample) {
        double s = sample / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }
}
