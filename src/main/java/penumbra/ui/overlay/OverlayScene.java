package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What overlays are laid over: a picture's labels as they are seen now, a gesture under way
/// included.
///
/// @param picture with its targets as seen
/// @param selected id of the selected target
/// @param view how the picture lies on the screen
/// @param measured what was measured about the labels
public record OverlayScene(
        LabelledImage picture,
        Optional<UUID> selected,
        Schema schema,
        Viewport view,
        Measurements measured) {

    /// The selected target, when it is there.
    Optional<Target> selectedTarget() {
        return picture.targets().stream()
                .filter(t -> selected.equals(Optional.of(t.id())))
                .findFirst();
    }

    /// The selected target alone; without one, all: so that what covers areas stays legible.
    List<Target> focus() {
        return selectedTarget().map(List::of).orElse(picture.targets());
    }

    /// Whether anything within so many picture px of the target can be in sight.
    boolean inSight(Target target, double reach) {
        Box window = view.window();
        return Box.hull(target.labelledPoints())
                .filter(hull ->
                        hull.right() + reach >= window.x()
                                && hull.x() - reach <= window.right()
                                && hull.bottom() + reach >= window.y()
                                && hull.y() - reach <= window.bottom())
                .isPresent();
    }

    Point onScreen(Point inPicture) {
        return view.toScreen(inPicture);
    }

    /// Picture px as screen px.
    double onScreen(double length) {
        return length * view.scale();
    }
}
