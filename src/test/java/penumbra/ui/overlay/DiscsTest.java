package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;

@ExtendWith(ApplicationExtension.class)
class DiscsTest {

    private static final int SIDE = 40;

    private static PixelReader painted(double pixelRatio, Disc disc) {
        return WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(30),
                () -> {
                    Canvas canvas = new Canvas(SIDE, SIDE);
                    new Discs()
                            .fill(
                                    canvas.getGraphicsContext2D(),
                                    pixelRatio,
                                    List.of(disc),
                                    Color.rgb(10, 200, 30));
                    SnapshotParameters clear = new SnapshotParameters();
                    clear.setFill(Color.TRANSPARENT);
                    return canvas.snapshot(clear, null).getPixelReader();
                });
    }

    /// Stamped where pixels are as large as screen px, as shapes where they are finer or the disc
    /// is large.
    @ParameterizedTest
    @CsvSource({
        "1, 20, 20, 3",
        "1, 20.25, 17.5, 1",
        "1, 12.6, 23.1, 2.4",
        "1, 20, 20, 9.5",
        "2, 20.25, 17.5, 3",
        "1, 7.9, 8.1, 0.75"
    })
    void aDiscLiesAtItsPlaceWithItsAreaAndColour(double ratio, double x, double y, double r) {
        PixelReader pixels = painted(ratio, new Disc(new Point(x, y), r));
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                double cover = pixels.getColor(j, i).getOpacity();
                mass += cover;
                sumX += cover * (j + 0.5);
                sumY += cover * (i + 0.5);
            }
        }
        // Radii in quarters of a pixel, places to an eighth.
        double least = Math.PI * Math.pow(r - 0.2, 2);
        double most = Math.PI * Math.pow(r + 0.2, 2);
        assertThat(mass).isBetween(least, most);
        assertThat(sumX / mass).isCloseTo(x, within(0.17));
        assertThat(sumY / mass).isCloseTo(y, within(0.17));
        assertThat(pixels.getColor((int) x, (int) y).getGreen())
                .isCloseTo(200 / 255.0, within(0.02));
    }
}
