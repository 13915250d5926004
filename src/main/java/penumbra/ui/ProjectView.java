package penumbra.ui;

import java.util.Objects;
import java.util.Optional;
import penumbra.data.Display;
import penumbra.geometry.Viewport;

/// How a project was left by the person who looked at it: of no meaning for its labels, hence kept
/// with the settings and not in the project.
///
/// @param picture path of the picture that was shown, as the project has it
/// @param viewport what of it was in sight; empty before anything was
/// @param search as it was typed
/// @param tool id of the way in which plates were made; empty while they were only selected
/// @param display exposure, gamma and channel
/// @param stickers whether the stickers of the classes were drawn
/// @param list share of the width left of the canvas
/// @param inspector share of the width up to the inspector
public record ProjectView(
        String picture,
        Optional<Viewport> viewport,
        String search,
        String tool,
        Display display,
        boolean stickers,
        double list,
        double inspector) {

    /// Of a project that is opened for the first time.
    public static final ProjectView FIRST =
            new ProjectView("", Optional.empty(), "", "", Display.NEUTRAL, false, 0.18, 0.8);

    public ProjectView {
        Objects.requireNonNull(picture);
        Objects.requireNonNull(viewport);
        Objects.requireNonNull(search);
        Objects.requireNonNull(tool);
        Objects.requireNonNull(display);
        if (!(0 <= list && list <= inspector && inspector <= 1)) {
            throw new IllegalArgumentException("shares of the width: " + list + " " + inspector);
        }
    }

    /// The same view with other shares of the width.
    public ProjectView withSplits(double first, double second) {
        return new ProjectView(picture, viewport, search, tool, display, stickers, first, second);
    }
}
