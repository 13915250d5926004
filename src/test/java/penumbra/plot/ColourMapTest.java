package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColourMapTest {

    @Test
    void endsAndControlPointsAreThePublishedColours() {
        assertThat(ColourMap.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(ColourMap.VIRIDIS.rgb(1)).isEqualTo(0xfde725);
        assertThat(ColourMap.MAGMA.rgb(0)).isEqualTo(0x000004);
        assertThat(ColourMap.INFERNO.rgb(1)).isEqualTo(0xfcffa4);
        // The table has 256 steps, so a third is a control point to within half a step.
        int third = ColourMap.VIRIDIS.rgb(1 / 3.0);
        assertThat(third >> 16 & 0xff).isCloseTo(0x31, org.assertj.core.api.Assertions.within(1));
        assertThat(third >> 8 & 0xff).isCloseTo(0x68, org.assertj.core.api.Assertions.within(1));
        assertThat(third & 0xff).isCloseTo(0x8e, org.assertj.core.api.Assertions.within(1));
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
