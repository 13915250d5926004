package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import penumbra.geometry.Covariance;
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
/// the window system turn it into pixels; reading these back is part of the figure. Every plate was
/// snapped and labelled by two people.
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

    /// What a person does meanwhile.
    public enum Motion {
        /// The view moves, the labels stay; nothing is selected, so that every plate shows all.
        PAN,
        /// A keypoint of a selected plate moves as well, so that all is worked out anew.
        DRAG
    }

    /// Milliseconds of each frame.
    ///
    /// @param on ids of the overlays that are on; with none it is the empty canvas that is measured
    public List<Double> milliseconds(List<String> on, Motion motion, int frames) {
        for (OverlayLayer<?> layer : stack.layers()) {
            layer.onProperty().set(on.contains(layer.overlay().id()));
        }
        List<Target> plates = plates();
        for (int i = 0; i < WARM_UP; i++) {
            frame(plates, motion, i);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            long start = System.nanoTime();
            frame(plates, motion, i);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times;
    }

    private void frame(List<Target> plates, Motion motion, int shift) {
        Viewport view =
                Viewport.fitting(PICTURE, canvas.getWidth(), canvas.getHeight(), 1)
                        .panned(shift, 0);
        OverlayScene scene =
                motion == Motion.PAN
                        ? scene(plates, Optional.empty())
                        : scene(dragged(plates, shift), Optional.of(plates.getFirst().id()));
        stack.show(Optional.of(scene), Optional.of(view));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        stack.paintBelow(g, view);
        stack.paintAbove(g, view);
        stack.paintCaptions(g, view);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.BLACK);
        canvas.snapshot(parameters, pixels);
    }

    private static OverlayScene scene(List<Target> plates, Optional<UUID> selected) {
        return new OverlayScene(
                new LabelledImage(1, "bench.png", PICTURE, plates, LabelState.LABELLED, ""),
                selected,
                Schema.ARMOR_PLATE,
                measured(plates));
    }

    private static Measurements measured(List<Target> plates) {
        Covariance sure = new Covariance(1, 0.25, 2.25);
        return new Measurements(
                plates.stream()
                        .collect(
                                Collectors.toMap(
                                        Target::id,
                                        t -> Collections.nCopies(4, Optional.of(sure)))),
                plates.stream()
                        .flatMap(t -> t.labelledPoints().stream())
                        .map(p ->
                                new Measurements.Pair(
                                        p, p.plus(new Point(1, -2)), Optional.of(sure)))
                        .toList());
    }

    private static List<Target> dragged(List<Target> plates, int shift) {
        List<Target> moved = new ArrayList<>(plates);
        List<Keypoint> keypoints = new ArrayList<>(plates.getFirst().keypoints());
        Point at = keypoints.getFirst().at();
        keypoints.set(0, Keypoint.visible(at.x() - 0.5 * shift % 7, at.y()));
        moved.set(0, plates.getFirst().withKeypoints(keypoints));
        return moved;
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
