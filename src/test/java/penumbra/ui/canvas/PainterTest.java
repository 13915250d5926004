package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import penumbra.data.DecodedImage;
import penumbra.data.Display;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.window.OpenWindow;

/// What the painters leave on the pixels of the display, also of a fine one whose screen px are
/// made of several.
class PainterTest {

    private static final Size SIZE = new Size(48, 40);
    private static final int BLUE = 0xff4da3ff;

    /// Width of the views, screen px.
    private static final int SIDE = 120;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /// What is painted, one element for each pixel of the display.
    private static PixelReader painted(int ratio, Consumer<GraphicsContext> painting) {
        return OpenWindow.fx(() -> {
            Canvas canvas = new Canvas(SIDE * ratio, SIDE * ratio);
            canvas.getGraphicsContext2D().scale(ratio, ratio);
            painting.accept(canvas.getGraphicsContext2D());
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            WritableImage image = canvas.snapshot(clear, null);
            return image.getPixelReader();
        });
    }

    private static Viewport view(int ratio, double zoom) {
        return new Viewport(SIZE, SIDE, SIDE, ratio, zoom, new Point(0, 0));
    }

    /// Neighbouring pixels that differ by much.
    private static DecodedImage checked() {
        int[] argb = new int[SIZE.width() * SIZE.height()];
        for (int i = 0; i < argb.length; i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            argb[i] = (x + y) % 2 == 0 ? 0xff204060 : 0xffe0a010;
        }
        return new DecodedImage(SIZE, argb, true);
    }

    private static PixelReader pixels(int ratio, double zoom, boolean nearest) {
        return OpenWindow.fx(() -> {
            PixelPainter painter = new PixelPainter(0xff000000);
            painter.show(checked(), Display.NEUTRAL, view(ratio, zoom), nearest);
            return painter.node().getImage().getPixelReader();
        });
    }

    private static int pixel(int x, int y) {
        return checked().argb()[y * SIZE.width() + x];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void atHundredPercentEachPixelOfThePictureIsOneOfTheDisplay(int ratio) {
        for (boolean nearest : new boolean[] {true, false}) {
            PixelReader shown = pixels(ratio, 1, nearest);
            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    assertThat(shown.getArgb(x, y)).isEqualTo(pixel(x, y));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aPixelIsASquareWhereItIsShownAsItIsAndBlendsWithItsNeighboursOtherwise(int ratio) {
        PixelReader squares = pixels(ratio, 8, true);
        PixelReader smooth = pixels(ratio, 8, false);
        int blended = 0;
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 96; x++) {
                assertThat(squares.getArgb(x, y)).isEqualTo(pixel(x / 8, y / 8));
                blended += smooth.getArgb(x, y) == pixel(x / 8, y / 8) ? 0 : 1;
            }
        }
        assertThat(blended).isGreaterThan(96 * 96 / 2);
    }

    private static Target plate(double... xy) {
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(xy[0], xy[1]),
                        Keypoint.visible(xy[2], xy[3]),
                        Keypoint.visible(xy[4], xy[5]),
                        Keypoint.visible(xy[6], xy[7]));
        return new Target(new UUID(1, 1), 3, points, Optional.empty(), "");
    }

    private static Target upright() {
        return plate(10, 10, 10, 30, 40, 30, 40, 10);
    }

    private static PixelReader plate(int ratio, Consumer<PlatePainter> painting) {
        return painted(
                ratio,
                g ->
                        painting.accept(
                                new PlatePainter(g, view(ratio, 2 * ratio), Schema.ARMOR_PLATE)));
    }

    /// A bar of 1.75 screen px in a halo of 3.75: on a display of ratio 2 that is 3.5 and 7.5 px
    /// around x = 40, with no more than one px of transition at each edge.
    @ParameterizedTest
    @CsvSource({"1, 0, 3", "2, 1, 5"})
    void aBarIsAsCrispAsTheDisplay(int ratio, int full, int beyond) {
        PixelReader shown = plate(ratio, p -> p.plate(upright(), Optional.empty()));
        int x = 20 * ratio;
        int y = 40 * ratio;
        for (int d = 0; d < full; d++) {
            assertThat(shown.getArgb(x + d, y)).isEqualTo(BLUE);
            assertThat(shown.getArgb(x - 1 - d, y)).isEqualTo(BLUE);
        }
        assertThat(shown.getArgb(x + beyond, y) >>> 24).isZero();
        assertThat(shown.getArgb(x - 1 - beyond, y) >>> 24).isZero();
    }

    @Test
    void linesKeepTheirWidthAtEveryZoom() {
        Target wide = plate(2, 2, 2, 6, 8, 6, 8, 2);
        PixelReader near =
                painted(
                        1,
                        g ->
                                new PlatePainter(g, view(1, 10), Schema.ARMOR_PLATE)
                                        .plate(wide, Optional.empty()));
        assertThat(near.getArgb(23, 40) >>> 24).as("3 px beside a bar").isZero();
        assertThat(near.getArgb(20, 40) >>> 24).isPositive();
    }

    private static boolean has(PixelReader shown, Color colour) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                Color c = shown.getColor(x, y);
                double distance =
                        Math.abs(c.getRed() - colour.getRed())
                                + Math.abs(c.getGreen() - colour.getGreen())
                                + Math.abs(c.getBlue() - colour.getBlue());
                if (c.getOpacity() > 0.7 && distance < 0.05) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theStickerOfAPlateInOrderIsWhite() {
        PixelReader shown = plate(1, p -> p.sticker(upright()));
        assertThat(has(shown, Color.WHITE)).isTrue();
        assertThat(has(shown, PlatePainter.WRONG)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // Left and right, top and bottom, upside down, a turned bar, a crossed plate.
        "3, 2, 1, 0",
        "1, 0, 3, 2",
        "2, 3, 0, 1",
        "1, 0, 2, 3",
        "0, 2, 1, 3"
    })
    void theStickerOfAPlateOutOfOrderStandsOutInAnotherColour(int a, int b, int c, int d) {
        List<Keypoint> points = upright().keypoints();
        Target wrong =
                upright()
                        .withKeypoints(
                                List.of(
                                        points.get(a),
                                        points.get(b),
                                        points.get(c),
                                        points.get(d)));
        PixelReader shown = plate(1, p -> p.sticker(wrong));
        assertThat(has(shown, PlatePainter.WRONG)).isTrue();
        assertThat(has(shown, Color.WHITE)).isFalse();
    }

    @Test
    void aProposedPlateIsDashedAndALabelIsNot() {
        PixelReader label = plate(1, p -> p.plate(upright(), Optional.empty()));
        PixelReader proposed = plate(1, p -> p.proposal(upright()));
        assertThat(gaps(label)).isZero();
        assertThat(gaps(proposed)).isPositive();
    }

    /// How often the left bar, from the inside of one ring to that of the other, begins anew.
    private static int gaps(PixelReader shown) {
        int gaps = 0;
        boolean before = true;
        for (int y = 28; y < 52; y++) {
            boolean now = shown.getColor(20, y).getOpacity() > 0.5;
            gaps += before && !now ? 1 : 0;
            before = now;
        }
        return gaps;
    }
}
