package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;

class AreaAverageTest {

    @Test
    void halfTheSizeIsTheMeanOfFourPixels() {
        int[] argb = {0xff000000, 0xff640000, 0xff0000c8, 0xff000000};
        assertThat(shrink(2, 2, argb, 1, 1)).containsExactly(0xff190032);
    }

    @Test
    void pixelsCountByTheShareOfTheirArea() {
        // Three columns on two: the middle one belongs to both by half.
        int[] argb = {0xff00001e, 0xff00003c, 0xff00005a};
        assertThat(shrink(3, 1, argb, 2, 1)).containsExactly(0xff000028, 0xff000050);
        assertThat(shrink(1, 3, argb, 1, 2)).containsExactly(0xff000028, 0xff000050);
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        int[] argb = Pictures.gradientPixels(7, 5);
        assertThat(shrink(7, 5, argb, 7, 5)).isEqualTo(argb);
    }

    @Test
    void anEvenPictureStaysEvenAtAnySize() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            int w = 1 + random.nextInt(60);
            int h = 1 + random.nextInt(60);
            int[] argb = new int[w * h];
            Arrays.fill(argb, 0xffc86432);
            int[] small = shrink(w, h, argb, 1 + random.nextInt(w), 1 + random.nextInt(h));
            assertThat(small).containsOnly(0xffc86432);
        }
    }

    @Test
    void sizesKeepTheirShapeAndNeverGrow() {
        assertThat(AreaAverage.within(new Size(1280, 1024), 160)).isEqualTo(new Size(160, 128));
        assertThat(AreaAverage.within(new Size(1024, 1280), 160)).isEqualTo(new Size(128, 160));
        assertThat(AreaAverage.within(new Size(100, 50), 160)).isEqualTo(new Size(100, 50));
        assertThat(AreaAverage.within(new Size(10_000, 3), 160)).isEqualTo(new Size(160, 1));
    }

    @Test
    void aDamagedPictureStaysMarked() {
        DecodedImage damaged = new DecodedImage(new Size(2, 1), new int[2], false);
        assertThat(AreaAverage.shrink(damaged, new Size(1, 1)).complete()).isFalse();
    }

    private static int[] shrink(int w, int h, int[] argb, int toW, int toH) {
        DecodedImage picture = new DecodedImage(new Size(w, h), argb, true);
        return AreaAverage.shrink(picture, new Size(toW, toH)).argb();
    }
}
