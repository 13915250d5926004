package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What overlays are laid over: a picture's labels as they are seen now, a gesture under way
/// included. Two scenes that are equal look the same from everywhere.
///
/// @param picture with its targets as seen
/// @param selected id of the selected target
/// @param measured what was measured about the labels
public record OverlayScene(
        LabelledImage picture, Optional<UUID> selected, Schema schema, Measurements measured) {

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
}
