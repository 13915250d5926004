package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.SigmaUnits;

/// Where on the screen, and in which colour, overlays leave their marks.
@ExtendWith(ApplicationExtension.class)
class PaintedPlacesTest {

    private static final Size SIZE = new Size(640, 512);

    /// Keypoints at (100, 100), (100, 124), (160, 124), (160, 100).
    private static final Target PLATE = Scenes.plate(100, 100);

    private static <T> T fx(java.util.concurrent.Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), task);
    }

    private static OverlayScene scene(Measurements measured, boolean selected) {
        LabelledImage picture =
                new LabelledImage(1, "a.png", SIZE, List.of(PLATE), LabelState.LABELLED, "");
        return new OverlayScene(
                picture,
                selected ? Optional.of(PLATE.id()) : Optional.empty(),
                Schema.ARMOR_PLATE,
                measured);
    }

    private static Viewport view(double zoom, Point corner) {
        return new Viewport(SIZE, 640, 512, 1, zoom, corner);
    }

    private static PixelReader painted(OverlayLayer<?> layer, OverlayScene scene, Viewport view) {
        layer.onProperty().set(true);
        layer.opacityProperty().set(1);
        return fx(() -> {
            Canvas canvas = new Canvas(640, 512);
            layer.paint(canvas.getGraphicsContext2D(), scene, view);
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            return canvas.snapshot(clear, null).getPixelReader();
        });
    }

    private static void set(OverlayLayer<?> layer, String parameter, Object value) {
        layer.set(
                Parameter.of(layer.settingsProperty().get().getClass()).stream()
                        .filter(p -> p.name().equals(parameter))
                        .findFirst()
                        .orElseThrow(),
                value);
    }

    private static int alpha(PixelReader pixels, int x, int y) {
        return pixels.getArgb(x, y) >>> 24;
    }

    @Test
    void theEllipseOfASnapLiesTwoSigmaFromTheLabelTimesTheMagnification() {
        Measurements measured =
                new Measurements(
                        Map.of(PLATE.id(), List.of(Optional.of(new Covariance(100, 0, 25)))),
                        List.of());
        OverlayLayer<?> layer = OverlayLayer.of(new MeasuredOverlay());
        PixelReader pixels = painted(layer, scene(measured, false), view(1, new Point(0, 0)));
        assertThat(alpha(pixels, 120, 100)).as("2 x 10 px along x").isPositive();
        assertThat(alpha(pixels, 100, 110)).as("2 x 5 px along y").isPositive();
        assertThat(alpha(pixels, 110, 100)).as("1 sigma is off").isZero();
        assertThat(pixels.getArgb(120, 100) & 0xffff00).as("yellow").isGreaterThan(0xc0c000);
        set(layer, "magnification", 2.0);
        pixels = painted(layer, scene(measured, false), view(1, new Point(0, 0)));
        assertThat(alpha(pixels, 140, 100)).isPositive();
        assertThat(alpha(pixels, 120, 100)).isZero();
    }

    @Test
    void thePairOfTwoPeopleIsDrawnAroundItsMiddle() {
        Measurements measured =
                new Measurements(
                        Map.of(),
                        List.of(
                                new Measurements.Pair(
                                        new Point(300, 300),
                                        new Point(310, 300),
                                        Optional.of(Covariance.isotropic(20)))));
        PixelReader pixels =
                painted(
                        OverlayLayer.of(new MeasuredOverlay()),
                        scene(measured, false),
                        view(1, new Point(0, 0)));
        assertThat(alpha(pixels, 305, 300)).as("the way").isPositive();
        assertThat(alpha(pixels, 345, 300)).as("the ellipse").isPositive();
        assertThat(alpha(pixels, 305, 320)).isZero();
    }

    @Test
    void theHeatMapFillsTheCellsOfTheKeypointsWithTheColoursOfItsValues() {
        // 640 px become 512, a cell of 4 input px is 5 picture px: (100, 100) is in cell (20, 20).
        PixelReader pixels =
                painted(
                        OverlayLayer.of(new CenterNetOverlay()),
                        scene(Measurements.NONE, false),
                        view(4, new Point(90, 90)));
        // Picture (102.5, 102.5), the middle of the cell, is at (50, 50) of the screen.
        assertThat(pixels.getArgb(50, 50)).isEqualTo(0xfffde725);
        assertThat(pixels.getArgb(41, 41)).isEqualTo(0xfffde725);
        assertThat(pixels.getArgb(58, 58)).isEqualTo(0xfffde725);
        // Next to it exp(-2) = 0.135, which is not fully opaque.
        assertThat(alpha(pixels, 62, 50)).isEqualTo((int) Math.round(255 * Math.exp(-2) / 0.2));
        assertThat(alpha(pixels, 90, 50)).as("two cells away").isZero();
    }

    @Test
    void heliumRingsTurnOrangeWhereTheyWouldMeet() {
        OverlayLayer<?> layer = OverlayLayer.of(new HeliumOverlay());
        Viewport view = view(8, new Point(80, 80));
        OverlayScene scene = scene(Measurements.NONE, false);
        // GRID: 24 px are 3 cells, sigma 8 * 0.05 exp(-0.3) = 0.2963 px, drawn 10 times as large.
        double sigma = 10 * 8 * 0.05 * Math.exp(-0.3);
        Point at = view.toScreen(new Point(100 + 3 * sigma, 100));
        int x = (int) Math.round(at.x());
        int y = (int) Math.round(at.y());
        PixelReader apart = painted(layer, scene, view);
        assertThat(alpha(apart, x, y)).isPositive();
        assertThat(green(apart, x, y)).isGreaterThan(red(apart, x, y));
        set(layer, "units", SigmaUnits.NORM);
        set(layer, "magnification", 1.0);
        PixelReader meeting = painted(layer, scene, view);
        boolean orange = false;
        boolean green = false;
        for (int i = 0; i < 512; i++) {
            for (int j = 0; j < 640; j++) {
                boolean coloured = alpha(meeting, j, i) > 200;
                orange |= coloured && red(meeting, j, i) > green(meeting, j, i) + 60;
                green |= coloured && green(meeting, j, i) > red(meeting, j, i) + 60;
            }
        }
        assertThat(orange).isTrue();
        assertThat(green).isFalse();
    }

    private static int red(PixelReader pixels, int x, int y) {
        return pixels.getArgb(x, y) >> 16 & 0xff;
    }

    private static int green(PixelReader pixels, int x, int y) {
        return pixels.getArgb(x, y) >> 8 & 0xff;
    }

    @Test
    void theAnchorsOfTheSelectedPlateHaveTheirCrossOnTheLabel() {
        PixelReader pixels =
                painted(
                        OverlayLayer.of(new AdaAnchorOverlay()),
                        scene(Measurements.NONE, true),
                        view(8, new Point(80, 80)));
        // The label (100, 100) is at (160, 160); an arm of the cross 3 px away on the diagonal.
        int argb = pixels.getArgb(163, 163);
        assertThat(argb >> 16 & 0xff).as("red").isGreaterThan((argb >> 8 & 0xff) + 60);
    }

    @Test
    void theBenchmarkPaintsAsManyFramesAsAskedFor() {
        List<Double> times =
                fx(() ->
                        new OverlayBenchmark(new Size(320, 200))
                                .milliseconds(
                                        OverlayBenchmark.ids(), OverlayBenchmark.Motion.DRAG, 3));
        assertThat(times).hasSize(3).allMatch(t -> t > 0);
    }
}
