package penumbra.ui.overlay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.util.Subscription;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;

/// All overlays as they are set, and what they are laid over.
public final class OverlayStack {

    /// A handle is taken up within so many screen px.
    private static final double REACH = 9;

    private final List<OverlayLayer<?>> layers;
    private final ObjectProperty<Optional<OverlayScene>> scene =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Viewport> view = Optional.empty();
    private LongFunction<List<Measurements.Pair>> pairs = _ -> List.of();

    /// A handle that is being dragged.
    private record Held(OverlayLayer<?> layer, int handle) {}

    private Optional<Held> held = Optional.empty();

    /// @param stored what [#stored] gave, by the ids of the overlays
    public OverlayStack(Map<String, Map<String, Object>> stored) {
        layers = Overlays.ALL.stream().<OverlayLayer<?>>map(OverlayLayer::of).toList();
        for (OverlayLayer<?> layer : layers) {
            layer.restore(stored.getOrDefault(layer.overlay().id(), Map.of()));
        }
    }

    List<OverlayLayer<?>> layers() {
        return layers;
    }

    /// What they lie over.
    ObjectProperty<Optional<OverlayScene>> sceneProperty() {
        return scene;
    }

    /// Keypoints of a picture, by its id, that two people labelled.
    public LongFunction<List<Measurements.Pair>> pairs() {
        return pairs;
    }

    public void setPairs(LongFunction<List<Measurements.Pair>> byPicture) {
        pairs = byPicture;
    }

    /// Runs the task whenever something is to be painted anew.
    public Subscription whenChanged(Runnable task) {
        return layers.stream()
                .map(layer -> layer.whenChanged(task))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    /// Says what the overlays lie over from now on.
    ///
    /// @param seen how the picture lies on the canvas
    public void show(Optional<OverlayScene> now, Optional<Viewport> seen) {
        if (!now.equals(scene.get())) {
            scene.set(now);
        }
        view = seen;
    }

    /// Paints what belongs below the labels.
    public void paintBelow(GraphicsContext g, Viewport in) {
        paint(g, in, true);
    }

    /// Paints what belongs above the labels.
    public void paintAbove(GraphicsContext g, Viewport in) {
        paint(g, in, false);
    }

    /// Says what the overlays that are on show.
    public void paintCaptions(GraphicsContext g, Viewport in) {
        Captions.paint(g, in, layers);
    }

    private void paint(GraphicsContext g, Viewport in, boolean below) {
        scene.get()
                .ifPresent(s -> {
                    for (OverlayLayer<?> layer : layers) {
                        if (layer.overlay().belowLabels() == below) {
                            layer.paint(g, s, in);
                        }
                    }
                });
    }

    /// What they lie over and where it is seen.
    private record Shown(OverlayScene scene, Viewport view) {

        Point onScreen(Point inPicture) {
            return view.toScreen(inPicture);
        }
    }

    private Optional<Shown> shown() {
        return scene.get().flatMap(s -> view.map(v -> new Shown(s, v)));
    }

    /// Takes up the handle of an overlay, when one lies there.
    ///
    /// @param at screen px
    public boolean press(Point at) {
        held = shown().flatMap(s -> handleAt(s, at));
        return held.isPresent();
    }

    /// Drags the handle that was taken up.
    ///
    /// @param to screen px
    /// @return whether one was
    public boolean drag(Point to) {
        held.ifPresent(h -> shown().ifPresent(s -> drag(s, h.layer(), h.handle(), to)));
        return held.isPresent();
    }

    /// Lets go of the handle.
    ///
    /// @return whether one was taken up
    public boolean release() {
        boolean was = held.isPresent();
        held = Optional.empty();
        return was;
    }

    private Optional<Held> handleAt(Shown s, Point at) {
        for (OverlayLayer<?> layer : layers) {
            List<Point> handles = layer.onProperty().get() ? handles(s.scene(), layer) : List.of();
            for (int i = 0; i < handles.size(); i++) {
                double away = s.onScreen(handles.get(i)).distance(at);
                if (away <= REACH && away < toLabel(s, at)) {
                    return Optional.of(new Held(layer, i));
                }
            }
        }
        return Optional.empty();
    }

    /// A label that lies nearer is meant.
    private static double toLabel(Shown s, Point at) {
        return s.scene().picture().targets().stream()
                .flatMap(t -> t.labelledPoints().stream())
                .mapToDouble(p -> s.onScreen(p).distance(at))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static <S extends Record> List<Point> handles(OverlayScene s, OverlayLayer<S> layer) {
        return layer.overlay().handles(s, layer.settingsProperty().get());
    }

    private static <S extends Record> void drag(
            Shown s, OverlayLayer<S> layer, int handle, Point to) {
        S now = layer.settingsProperty().get();
        layer.settingsProperty()
                .set(layer.overlay().dragged(s.scene(), now, handle, s.view().toPicture(to)));
    }

    /// How all are set, to be remembered.
    public Map<String, Map<String, Object>> stored() {
        Map<String, Map<String, Object>> stored = new LinkedHashMap<>();
        layers.forEach(layer -> stored.put(layer.overlay().id(), layer.stored()));
        return stored;
    }
}
