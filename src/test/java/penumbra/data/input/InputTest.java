package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

class InputTest {

    private static RgbImage random(int width, int height) {
        Random random = new Random(6);
        int[] rgb = new int[width * height];
        Arrays.setAll(rgb, _ -> random.nextInt(1 << 24));
        return new RgbImage(width, height, rgb);
    }

    private static PlaneWarp shift(double x, double y, Size size) {
        return new PlaneWarp(List.of(1.0, 0.0, x, 0.0, 1.0, y, 0.0, 0.0, 1.0), size, 1);
    }

    @Test
    void planesAreRedGreenAndBlueFromZeroToOne() {
        assertThat(new RgbImage(2, 1, new int[] {0xFF0033, 0x00FF66}).planes())
                .containsExactly(1, 0, 0, 1, 0.2f, 0.4f);
    }

    @Test
    void toTheHalfEachPixelIsTheRoundedMeanOfFour() {
        RgbImage half =
                Resize.to(
                        new RgbImage(2, 2, new int[] {0x000010, 0x000011, 0x000011, 0xFF0012}),
                        1,
                        1);

        assertThat(half.rgb()).containsExactly(0x400011);
    }

    @Test
    void enlargedTwiceThePixelsLieAQuarterOffTheirOldCentres() {
        // 0 and 100: centres at a quarter and three quarters between, the ends held.
        RgbImage wide = Resize.to(new RgbImage(2, 1, new int[] {0, 100}), 4, 1);

        assertThat(wide.rgb()).containsExactly(0, 25, 75, 100);
    }

    @Test
    void predictionIsPaddedToTheNextMultipleOf32Only() {
        Letterbox camera = Letterbox.predicting(new Size(1280, 1024), 640, 32);
        Letterbox odd = Letterbox.predicting(new Size(500, 333), 640, 32);

        assertThat(camera.input()).isEqualTo(new Size(640, 512));
        // 333 * 1.28 = 426.24: 426 rows and 22 of grey to the next multiple, eleven above.
        assertThat(odd.inner()).isEqualTo(new Size(640, 426));
        assertThat(odd.input()).isEqualTo(new Size(640, 448));
        assertThat(odd.top()).isEqualTo(11);
    }

    @Test
    void aSmallPictureIsEnlargedOnRequestOnly() {
        Size small = new Size(100, 50);
        assertThat(Letterbox.into(small, new Size(320, 320), true).inner())
                .isEqualTo(new Size(320, 160));
        Letterbox kept = Letterbox.into(small, new Size(320, 320), false);
        assertThat(kept.inner()).isEqualTo(small);
        RgbImage boxed = kept.apply(random(100, 50));
        assertThat(boxed.rgb()[0]).isEqualTo(RgbImage.OUTSIDE);
        assertThat(boxed.rgb()[135 * 320 + 110]).isEqualTo(random(100, 50).rgb()[0]);
    }

    @Test
    void pointsComeBackFromTheInputToThePicture() {
        Letterbox box = Letterbox.into(new Size(1280, 1024), new Size(640, 640), true);
        Point p = new Point(123.25, 1001.5);

        Point back = box.toPicture(box.toInput(p));

        assertThat(back.x()).isCloseTo(p.x(), within(1e-9));
        assertThat(back.y()).isCloseTo(p.y(), within(1e-9));
        assertThat(box.toPicture(new Box(-10, 60, 700, 20))).isEqualTo(new Box(0, 0, 1280, 32));
    }

    @Test
    void aWarpByWholePixelsMovesThemAndLeavesGrey() {
        RgbImage image = random(40, 30);
        RgbImage moved = shift(3, -2, new Size(40, 30)).apply(image);

        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                int expected =
                        x >= 3 && y < 28 ? image.rgb()[(y + 2) * 40 + x - 3] : RgbImage.OUTSIDE;
                assertThat(moved.rgb()[y * 40 + x]).isEqualTo(expected);
            }
        }
    }

    @Test
    void aKeypointThatLeavesIsUnlabelledAndAnObjectThatLeavesIsGone() {
        PlaneWarp warp = shift(-30, 0, new Size(100, 100));
        InputLabel label =
                new InputLabel(
                        2,
                        new Box(10, 10, 40, 20),
                        List.of(Keypoint.visible(12, 15), Keypoint.visible(48, 20)));

        InputLabel carried = warp.apply(label).orElseThrow();

        assertThat(carried.box()).isEqualTo(new Box(0, 10, 20, 20));
        assertThat(carried.keypoints())
                .containsExactly(
                        new Keypoint(new Point(0, 15), Visibility.UNLABELLED),
                        Keypoint.visible(18, 20));
        assertThat(shift(-47, 0, new Size(100, 100)).apply(label)).isEmpty();
    }

    @Test
    void whatABorderCutsOffStaysAmongTheAnnotated() {
        InputLabel label =
                new InputLabel(
                        2,
                        new Box(10, 10, 40, 20),
                        List.of(Keypoint.visible(12, 15), Keypoint.visible(48, 20)),
                        List.of(Keypoint.visible(12, 15), Keypoint.visible(48, 20)),
                        0.5);
        PlaneWarp twice =
                new PlaneWarp(
                        List.of(2.0, 0.0, -60.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0),
                        new Size(100, 100),
                        2);

        InputLabel carried = twice.apply(label).orElseThrow();
        InputLabel mirrored = Mirror.LEFT_RIGHT.apply(carried, List.of(1, 0), new Size(100, 100));

        assertThat(carried.keypoints().getFirst().labelled()).isFalse();
        assertThat(carried.annotated())
                .containsExactly(Keypoint.visible(-36, 30), Keypoint.visible(36, 40));
        assertThat(carried.zoom()).isEqualTo(1);
        assertThat(mirrored.annotated())
                .containsExactly(Keypoint.visible(64, 40), Keypoint.visible(136, 30));
        assertThat(mirrored.zoom()).isEqualTo(1);
    }

    @Test
    void mirroredTwiceEverythingIsAsItWas() {
        RgbImage image = random(7, 5);
        Size size = new Size(7, 5);
        InputLabel label =
                new InputLabel(
                        0,
                        new Box(1, 1, 3, 2),
                        List.of(Keypoint.visible(1, 1), Keypoint.visible(3, 2)));
        for (Mirror mirror : Mirror.values()) {
            assertThat(mirror.apply(mirror.apply(image)).rgb()).isEqualTo(image.rgb());
            InputLabel once = mirror.apply(label, List.of(1, 0), size);
            assertThat(once).isNotEqualTo(label);
            assertThat(mirror.apply(once, List.of(1, 0), size)).isEqualTo(label);
        }
        assertThat(Mirror.LEFT_RIGHT.apply(label, List.of(1, 0), size))
                .isEqualTo(
                        new InputLabel(
                                0,
                                new Box(3, 1, 3, 2),
                                List.of(Keypoint.visible(4, 2), Keypoint.visible(6, 1))));
    }

    @Test
    void coloursKeepGreyGreyAndTurnRoundTheCircle() {
        RgbImage image = new RgbImage(2, 1, new int[] {0x808080, 0xFF0000});

        // A third of the circle takes red to green; half the brightness halves both.
        assertThat(new HsvShift(1 / 3.0, 0.5, -0.5).apply(image).rgb())
                .containsExactly(0x404040, 0x007F00);
    }
}
