package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.Target;
import penumbra.ui.Shortcut;

class OverlayLayerTest {

    record Settings(@Range(least = 0, most = 9) double number) {}

    /// Counts how often it is worked out and painted.
    private static final class Counting implements Overlay<Settings> {

        private int worked;
        private int painted;

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public Shortcut shortcut() {
            return Shortcut.OVERLAY_HELIUM;
        }

        @Override
        public Settings defaults() {
            return new Settings(1);
        }

        @Override
        public Painting painting(OverlayScene scene, Settings settings) {
            worked++;
            return _ -> painted++;
        }
    }

    private final Counting overlay = new Counting();
    private final OverlayLayer<Settings> layer = new OverlayLayer<>(overlay);
    private final GraphicsContext g = new Canvas(10, 10).getGraphicsContext2D();
    private final Viewport view = Viewport.fitting(Scenes.SIZE, 640, 512, 1);
    private final Target plate = Scenes.plate(300, 300);

    @Test
    void anOverlayIsWorkedOutOnceHoweverTheViewMoves() {
        layer.onProperty().set(true);
        layer.paint(g, Scenes.of(true, plate), view);
        layer.paint(g, Scenes.of(true, plate), view.panned(1, 0));
        layer.paint(g, Scenes.of(true, plate), view.zoomedAt(new Point(9, 9), 2));
        assertThat(overlay.painted).isEqualTo(3);
        assertThat(overlay.worked).isEqualTo(1);
    }

    @Test
    void anythingElseWorksItOutAnew() {
        layer.onProperty().set(true);
        layer.paint(g, Scenes.of(true, plate), view);
        layer.paint(g, Scenes.of(false, plate), view);
        layer.paint(g, Scenes.of(false, plate.withClassIndex(3)), view);
        layer.opacityProperty().set(0.5);
        layer.paint(g, Scenes.of(false, plate.withClassIndex(3)), view);
        layer.settingsProperty().set(new Settings(2));
        layer.paint(g, Scenes.of(false, plate.withClassIndex(3)), view);
        assertThat(overlay.worked).isEqualTo(5);
    }

    @Test
    void whatIsOffIsNotWorkedOut() {
        layer.paint(g, Scenes.of(true, plate), view);
        assertThat(overlay.worked).isZero();
    }
}
