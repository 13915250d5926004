package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;

class CollageTest {

    private static RgbImage noise(int width, int height, RandomGenerator random) {
        int[] rgb = new int[width * height];
        Arrays.setAll(rgb, _ -> random.nextInt(1 << 24));
        return new RgbImage(width, height, rgb);
    }

    /// Four pictures that meet in a point of a canvas, as a mosaic lays them.
    private static Collage mosaic(RandomGenerator random) {
        int side = 48;
        int x = random.nextInt(side / 2, 3 * side / 2);
        int y = random.nextInt(side / 2, 3 * side / 2);
        List<Collage.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RgbImage image = noise(random.nextInt(5, side), random.nextInt(5, side), random);
            pieces.add(
                    new Collage.Piece(
                            image,
                            i % 2 == 0 ? x - image.width() : x,
                            i < 2 ? y - image.height() : y));
        }
        return new Collage(new Size(2 * side, 2 * side), pieces);
    }

    private static PlaneWarp warp(RandomGenerator random, boolean perspective) {
        double p = perspective ? 0.003 : 0;
        return new PlaneWarp(
                List.of(
                        random.nextDouble(0.4, 1.6),
                        random.nextDouble(-0.3, 0.3),
                        random.nextDouble(-40, 20),
                        random.nextDouble(-0.3, 0.3),
                        random.nextDouble(0.4, 1.6),
                        random.nextDouble(-40, 20),
                        random.nextDouble(-p, Math.nextUp(p)),
                        random.nextDouble(-p, Math.nextUp(p)),
                        1.0),
                new Size(50, 48),
                1);
    }

    @Test
    void aWarpOfThePiecesIsTheWarpOfTheirCanvasToTheLastBit() {
        SplittableRandom random = new SplittableRandom(5);
        int colourful = 0;
        for (int i = 0; i < 200; i++) {
            Collage collage = mosaic(random);
            PlaneWarp warp = warp(random, i % 2 == 1);

            int[] direct = warp.apply(collage).rgb();

            assertThat(direct).isEqualTo(warp.apply(collage.canvas()).rgb());
            colourful += Arrays.stream(direct).anyMatch(p -> p != RgbImage.OUTSIDE) ? 1 : 0;
        }
        assertThat(colourful).isGreaterThan(150);
    }

    @Test
    void theCanvasShowsWhatLiesWithinItAndGreyBetween() {
        RgbImage two = new RgbImage(2, 2, new int[] {1, 2, 3, 4});
        int grey = RgbImage.OUTSIDE;

        Collage collage =
                new Collage(
                        new Size(3, 3),
                        List.of(
                                new Collage.Piece(two, -1, -1),
                                new Collage.Piece(two, 2, 1),
                                new Collage.Piece(two, -2, 0)));

        assertThat(collage.canvas().rgb())
                .containsExactly(4, grey, grey, grey, grey, 1, grey, grey, 3);
    }

    @Test
    void anAlignedWarpCarriesPixelsToWhereTheirLabelsGo() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 50; i++) {
            int side = 120;
            Point spot = new Point(random.nextDouble(50, 70), random.nextDouble(50, 70));
            int[] rgb = new int[side * side];
            for (int j = 0; j < rgb.length; j++) {
                Point centre = new Point(j % side + 0.5, j / side + 0.5);
                double squares = Math.pow(centre.distance(spot), 2);
                rgb[j] = (int) Math.round(255 * Math.exp(-squares / 18));
            }
            double zoom = random.nextDouble(0.6, 1.6);
            PlaneWarp warp =
                    new PlaneWarp(
                            List.of(
                                    zoom,
                                    0.1,
                                    60 - 60 * zoom,
                                    -0.1,
                                    zoom,
                                    60 - 60 * zoom,
                                    4e-4,
                                    -3e-4,
                                    1.0),
                            new Size(side, side),
                            zoom);
            InputLabel label =
                    new InputLabel(
                            0,
                            new Box(spot.x() - 5, spot.y() - 5, 10, 10),
                            List.of(Keypoint.visible(spot.x(), spot.y())));

            Point there = warp.apply(label).orElseThrow().keypoints().getFirst().at();
            Point light = centreOfLight(warp.aligned().apply(new RgbImage(side, side, rgb)));

            assertThat(light.x()).isCloseTo(there.x(), within(0.08));
            assertThat(light.y()).isCloseTo(there.y(), within(0.08));
        }
    }

    /// Of the blue light that is above the noise of rounding; grey is left out.
    private static Point centreOfLight(RgbImage image) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.rgb().length; i++) {
            int pixel = image.rgb()[i];
            int light = pixel < 0x10000 ? pixel & 0xFF : 0;
            sum += light;
            x += light * (i % image.width() + 0.5);
            y += light * (i / image.width() + 0.5);
        }
        return new Point(x / sum, y / sum);
    }
}
