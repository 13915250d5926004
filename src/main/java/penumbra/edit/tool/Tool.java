package penumbra.edit.tool;

import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.LabelledImage;

/// A gesture under way. Immutable: an event makes the tool of the next moment.
public interface Tool {

    /// What comes of an event.
    ///
    /// @param next the tool from now on; empty when the gesture is over
    /// @param edit what it did to the labels
    record Turn(Optional<Tool> next, Optional<Edit> edit) {

        static Turn to(Tool next) {
            return new Turn(Optional.of(next), Optional.empty());
        }

        static Turn done() {
            return new Turn(Optional.empty(), Optional.empty());
        }
    }

    /// Takes an event.
    ///
    /// @param image the picture as it is now
    Turn on(PointerEvent event, LabelledImage image);

    /// What to draw over the labels; empty before the pointer did anything.
    Optional<Preview> preview();

    /// One sentence about what the person can do now.
    String hint();
}
