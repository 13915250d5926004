package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// How long the overlays take to be painted: 20 plates of 60 x 24 px on a picture of 1280 x 1024,
/// shown as large as fits. A frame is painting anew, one px further than the last time, and having
/// the window system turn it into pixels; reading these back is part of the figure.
///
/// To be run on the thread of the window.
public final class OverlayBenchmark {

    private static final Size PICTURE = new Size(1280, 1024);
    private static final int ACROSS = 5;
    private static final int DOWN = 4;
    private static final int WARM_UP = 10;

    private final Canvas canvas;
    private final WritableImage pixels;
    private final OverlayStack stack = new OverlayStack(Map.of());

    /// @param view size of the canvas, screen px
    public OverlayBenchmark(Size view) {
        canvas = new Canvas(view.width(), view.height());
        pixels = new WritableImage(view.width(), view.height());
    }

    /// Ids of the overlays.
    public static List<String> ids() {
        return Overlays.ALL.stream().map(Overlay::id).toList();
    }

    /// Milliseconds of each frame.
    ///
    /// @param on ids of the overlays that are on; with none it is the empty canvas that is measured
    public List<Double> milliseconds(List<String> on, int frames) {
        for (OverlayLayer<?> layer : stack.layers()) {
            layer.onProperty().set(on.contains(layer.overlay().id()));
        }
        List<Target> plates = plates();
        for (int i = 0; i < WARM_UP; i++) {
            frame(plates, i);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            long start = System.nanoTime();
            frame(plates, i);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times;
    }

    private void frame(List<Target> plates, int shift) {
        Viewport view =
                Viewport.fitting(PICTURE, canvas.getWidth(), canvas.getHeight(), 1)
                        .panned(shift, 0);
        LabelledImage picture =
                new LabelledImage(1, "bench.png", PICTURE, plates, LabelState.LABELLED, "");
        stack.show(
                Optional.of(
                        new OverlayScene(
                                picture,
                                Optional.empty(),
                                Schema.ARMOR_PLATE,
                                view,
                                Measurements.NONE)));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        stack.paintBelow(g);
        stack.paintAbove(g);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.BLACK);
        canvas.snapshot(parameters, pixels);
    }

    private static List<Target> plates() {
        List<Target> plates = new ArrayList<>();
        for (int i = 0; i < ACROSS * DOWN; i++) {
            Point at = new Point(90 + 230.0 * (i % ACROSS), 100 + 225.0 * (i / ACROSS));
            plates.add(
                    Target.of(
                            0,
                            List.of(
                                    Keypoint.visible(at.x(), at.y()),
                                    Keypoint.visible(at.x() + 3, at.y() + 24),
                                    Keypoint.visible(at.x() + 63, at.y() + 24),
                                    Keypoint.visible(at.x() + 60, at.y())),
                            Optional.empty(),
                            ""));
        }
        return plates;
    }
}
