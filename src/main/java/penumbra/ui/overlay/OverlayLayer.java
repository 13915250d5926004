package penumbra.ui.overlay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.util.Subscription;
import penumbra.geometry.Viewport;

/// An overlay as it is set now: on or off, how opaque, with which parameters; and whether its card
/// is open.
final class OverlayLayer<S extends Record> {

    static final double LEAST_OPACITY = 0.1;

    private final Overlay<S> overlay;
    private final BooleanProperty on;
    private final BooleanProperty open;
    private final DoubleProperty opacity;
    private final ObjectProperty<S> settings;
    private final Discs discs = new Discs();
    private Painting painting = _ -> {};
    private Optional<Wanted<S>> painted = Optional.empty();

    /// Everything that a painting depends on.
    private record Wanted<S>(OverlayScene scene, S settings, double opacity) {}

    OverlayLayer(Overlay<S> overlay) {
        this.overlay = overlay;
        on = new SimpleBooleanProperty(overlay.onAtFirst());
        open = new SimpleBooleanProperty();
        opacity = new SimpleDoubleProperty(overlay.opacityAtFirst());
        settings = new SimpleObjectProperty<>(overlay.defaults());
    }

    static OverlayLayer<?> of(Overlay<?> overlay) {
        return new OverlayLayer<>(overlay);
    }

    Overlay<S> overlay() {
        return overlay;
    }

    BooleanProperty onProperty() {
        return on;
    }

    /// Whether its card shows more than its title.
    BooleanProperty openProperty() {
        return open;
    }

    /// [#LEAST_OPACITY] to 1.
    DoubleProperty opacityProperty() {
        return opacity;
    }

    ObjectProperty<S> settingsProperty() {
        return settings;
    }

    Subscription whenChanged(Runnable task) {
        return Subscription.combine(
                on.subscribe((_, _) -> task.run()),
                opacity.subscribe((_, _) -> task.run()),
                settings.subscribe((_, _) -> task.run()));
    }

    /// All but on and open as in a first start.
    void reset() {
        opacity.set(overlay.opacityAtFirst());
        settings.set(overlay.defaults());
    }

    void set(Parameter parameter, Object value) {
        settings.set(parameter.with(settings.get(), value));
    }

    void paint(GraphicsContext g, OverlayScene scene, Viewport view) {
        if (on.get()) {
            g.save();
            g.setGlobalAlpha(opacity.get());
            painting(scene).paint(new Sight(g, view, discs));
            g.restore();
        }
    }

    /// The last one, unless it would be another now.
    private Painting painting(OverlayScene scene) {
        Wanted<S> wanted = new Wanted<>(scene, settings.get(), opacity.get());
        if (!Optional.of(wanted).equals(painted)) {
            painting = overlay.painting(scene, settings.get());
            painted = Optional.of(wanted);
        }
        return painting;
    }

    Map<String, Object> stored() {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("on", on.get());
        stored.put("open", open.get());
        stored.put("opacity", opacity.get());
        for (Parameter parameter : Parameter.of(settings.get().getClass())) {
            stored.put(parameter.name(), parameter.stored(settings.get()));
        }
        return stored;
    }

    /// Takes what was stored; what is missing or means nothing here stays as it is.
    void restore(Map<String, Object> stored) {
        if (stored.get("on") instanceof Boolean was) {
            on.set(was);
        }
        if (stored.get("open") instanceof Boolean was) {
            open.set(was);
        }
        if (stored.get("opacity") instanceof Number was) {
            opacity.set(Math.clamp(was.doubleValue(), LEAST_OPACITY, 1));
        }
        for (Parameter parameter : Parameter.of(settings.get().getClass())) {
            if (stored.containsKey(parameter.name())) {
                settings.set(parameter.restored(settings.get(), stored.get(parameter.name())));
            }
        }
    }
}
