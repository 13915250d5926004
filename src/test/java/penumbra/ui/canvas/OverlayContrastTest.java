package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.Contrast;

/// Bars, sides and points of a plate stand out from black arena and from white light alike.
@ExtendWith(ApplicationExtension.class)
class OverlayContrastTest {

    private static final Size SIZE = new Size(200, 160);
    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    @Start
    void start(Stage stage) {
        stage.show();
    }

    private static LabelledImage plate(int classIndex) {
        LabelledImage empty =
                new LabelledImage(1, "a.png", SIZE, List.of(), LabelState.UNLABELLED, "");
        List<Point> points =
                List.of(
                        new Point(50, 50),
                        new Point(50, 110),
                        new Point(150, 110),
                        new Point(150, 50));
        return LabelEdits.by("tester").add(empty, classIndex, points).after().orElseThrow();
    }

    private static WritableImage paint(Color ground, int classIndex, boolean selected) {
        return WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(30),
                () -> {
                    Canvas canvas = new Canvas(SIZE.width(), SIZE.height());
                    var g = canvas.getGraphicsContext2D();
                    g.setFill(ground);
                    g.fillRect(0, 0, SIZE.width(), SIZE.height());
                    LabelledImage picture = plate(classIndex);
                    Target target = picture.targets().getFirst();
                    Viewport view =
                            new Viewport(SIZE, SIZE.width(), SIZE.height(), 1, 1, new Point(0, 0));
                    Optional<Selection> selection =
                            selected ? Selection.first(picture) : Optional.empty();
                    new PlatePainter(g, view, SCHEMA).plate(target, selection);
                    return canvas.snapshot(null, null);
                });
    }

    /// The most that any pixel differs from the ground on the way across a line.
    private static double most(WritableImage image, Color ground, Point from, Point to) {
        PixelReader pixels = image.getPixelReader();
        double most = 1;
        for (int i = 0; i <= 12; i++) {
            Point at = from.plus(to.minus(from).times(i / 12.0));
            Color colour = pixels.getColor((int) at.x(), (int) at.y());
            most = Math.max(most, Contrast.ratio(colour, ground));
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(strings = {"black", "white"})
    void linesAndPointsOfEveryClassStandOut(String name) {
        Color ground = Color.web(name);
        for (int i = 0; i < SCHEMA.classes().size(); i++) {
            for (boolean selected : new boolean[] {false, true}) {
                WritableImage image = paint(ground, i, selected);
                String what = SCHEMA.classNames().get(i) + " on " + name + ", selected " + selected;
                assertThat(most(image, ground, new Point(44, 80), new Point(56, 80)))
                        .as("bar of " + what)
                        .isGreaterThanOrEqualTo(Contrast.GRAPHICS);
                assertThat(most(image, ground, new Point(80, 104), new Point(80, 116)))
                        .as("side of " + what)
                        .isGreaterThanOrEqualTo(Contrast.GRAPHICS);
                assertThat(most(image, ground, new Point(40, 110), new Point(49, 110)))
                        .as("point of " + what)
                        .isGreaterThanOrEqualTo(Contrast.GRAPHICS);
            }
        }
    }
}
