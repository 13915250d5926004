package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

class JitterTest {

    private static final Size SIZE = new Size(120, 80);

    /// Centre of light of a picture, picture px.
    private static Point centre(RgbImage image) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.rgb().length; i++) {
            double light = Math.max(0, (image.rgb()[i] & 0xFF) - 0x72);
            sum += light;
            x += light * (i % image.width() + 0.5);
            y += light * (i / image.width() + 0.5);
        }
        return new Point(x / sum, y / sum);
    }

    @Test
    void whatIsShownElsewhereIsCarriedBackToWhereItIs() {
        int[] rgb = new int[SIZE.width() * SIZE.height()];
        Arrays.fill(rgb, RgbImage.OUTSIDE);
        for (int y = 20; y < 28; y++) {
            for (int x = 80; x < 90; x++) {
                rgb[y * SIZE.width() + x] = 0xFFFFFF;
            }
        }
        RgbImage picture = new RgbImage(SIZE.width(), SIZE.height(), rgb);
        assertThat(centre(picture)).isEqualTo(new Point(85, 24));
        for (Jitter jitter : Jitter.some(8, 10, SIZE)) {
            Point back = jitter.toPicture(centre(jitter.apply(picture)));
            // The warp samples in steps of 1/32 px.
            assertThat(back.distance(new Point(85, 24))).as(jitter.toString()).isLessThan(0.05);
        }
    }

    @Test
    void jittersFillTheRangeEvenly() {
        List<Jitter> jitters = Jitter.some(30, 16, SIZE);
        assertThat(jitters).doesNotHaveDuplicates();
        assertThat(jitters).allMatch(j -> Math.abs(j.shift().x()) <= 8 && j.scale() <= 1.1);
        assertThat(jitters).allMatch(j -> Math.abs(j.shift().y()) <= 8 && j.scale() >= 1 / 1.1);
        assertThat(jitters.stream().mapToDouble(j -> j.shift().x()).average().orElseThrow())
                .isCloseTo(0, within(0.5));
        assertThat(Jitter.radicalInverse(6, 2)).isEqualTo(0.375);
        assertThat(Jitter.radicalInverse(5, 3)).isCloseTo(7.0 / 9, within(1e-15));
    }
}
