package penumbra.ui;

import java.util.Map;
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
/// @param tab id of the tab beside the canvas; empty for the first
/// @param explore what was looked at in Explore, and how
public record ProjectView(
        String picture,
        Optional<Viewport> viewport,
        String search,
        String tool,
        Display display,
        boolean stickers,
        double list,
        double inspector,
        String tab,
        Map<String, Object> explore) {

    /// Of a project that is opened for the first time.
    public static final ProjectView FIRST =
            new ProjectView(
                    "", Optional.empty(), "", "", Display.NEUTRAL, false, 0.18, 0.8, "", Map.of());

    public ProjectView {
        Objects.requireNonNull(picture);
        Objects.requireNonNull(viewport);
        Objects.requireNonNull(search);
        Objects.requireNonNull(tool);
        Objects.requireNonNull(display);
        // Settings of an earlier program say nothing of these.
        tab = Objects.requireNonNullElse(tab, "");
        explore = Map.copyOf(Objects.requireNonNullElse(explore, Map.of()));
        if (!(0 <= list && list <= inspector && inspector <= 1)) {
            throw new IllegalArgumentException("shares of the width: " + list + " " + inspector);
        }
    }

    /// The same view with other shares of the width.
    public ProjectView withSplits(double first, double second) {
        return new ProjectView(
                picture, viewport, search, tool, display, stickers, first, second, tab, explore);
    }

    public ProjectView withTab(String other) {
        return new ProjectView(
                picture, viewport, search, tool, display, stickers, list, inspector, other,
                explore);
    }

    public ProjectView withExplore(Map<String, Object> other) {
        return new ProjectView(
                picture, viewport, search, tool, display, stickers, list, inspector, tab, other);
    }
}
