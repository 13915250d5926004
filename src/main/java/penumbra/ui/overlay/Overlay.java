package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.text.Texts;
import penumbra.ui.Shortcut;

/// Something that can be laid over the picture. Holds no state: all that a person can set is in the
/// record of settings, all that is shown in the scene.
///
/// @param <S> its settings; numbers carry a [Range]
interface Overlay<S extends Record> {

    /// Stable id, for settings and texts.
    String id();

    /// The key that turns it on and off.
    Shortcut shortcut();

    S defaults();

    /// What is to be painted over the scene.
    Painting painting(OverlayScene scene, S settings);

    /// Whether labels are painted over it, as befits what covers areas.
    default boolean belowLabels() {
        return false;
    }

    /// Whether it is on in a first start.
    default boolean onAtFirst() {
        return false;
    }

    /// How opaque it is in a first start; what covers areas lets the picture through.
    default double opacityAtFirst() {
        return belowLabels() ? 0.6 : 1;
    }

    /// What is written on the canvas while it is on: a magnification, an epoch; empty for nothing.
    default String caption(S settings) {
        return name();
    }

    /// Figures, as a rule of the selected plate.
    default List<ReadOut> readOuts(OverlayScene scene, S settings) {
        return List.of();
    }

    /// What its colours mean.
    default Optional<Legend> legend(S settings) {
        return Optional.empty();
    }

    /// A small chart for its card.
    default Optional<CurveChart> chart(OverlayScene scene, S settings) {
        return Optional.empty();
    }

    /// The largest value that a number may have with the other settings as they are.
    ///
    /// @param component its name
    /// @param most of its [Range]
    default double most(S settings, String component, double most) {
        return most;
    }

    /// Whether a component means anything with the other settings as they are; else its card leaves
    /// it out.
    ///
    /// @param component its name
    default boolean applies(S settings, String component) {
        return true;
    }

    /// Points that can be dragged, picture px.
    default List<Point> handles(OverlayScene scene, S settings) {
        return List.of();
    }

    /// The settings after a handle was dragged.
    ///
    /// @param handle its index among [#handles]
    /// @param to picture px
    default S dragged(OverlayScene scene, S settings, int handle, Point to) {
        return settings;
    }

    default String name() {
        return text("name");
    }

    /// What it shows, in a sentence or two.
    default String hint() {
        return text("hint");
    }

    /// A text of this overlay.
    default String text(String word, Object... arguments) {
        return Texts.of(Overlay.class, id() + "." + word, arguments);
    }
}
