package penumbra.ui.explore;

import java.util.List;
import java.util.Optional;
import penumbra.edit.Selection;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.NetworkInput;
import penumbra.text.Texts;
import penumbra.ui.Studio;

/// The plate that is explored: the selected one, else the first of the picture, else an example.
///
/// @param plate as the network sees it
/// @param target it is; empty for the example
/// @param why this one, in one sentence
record PlateSource(ExploredPlate plate, Optional<Target> target, String why) {

    static PlateSource of(Studio studio, NetworkInput input) {
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        Optional<Target> selected = studio.selected().filter(PlateSource::labelled);
        Optional<Target> first = picture.flatMap(p -> plates(p).stream().findFirst());
        Optional<Target> target = selected.or(() -> first);
        String key = selected.isPresent() ? "selected" : first.isPresent() ? "first" : "example";
        return new PlateSource(
                target.map(t ->
                                ExploredPlate.of(
                                        t, studio.schema(), picture.orElseThrow().size(), input))
                        .orElseGet(() -> ExploredPlate.example(input)),
                target,
                Texts.of(PlateSource.class, "plate." + key));
    }

    /// The plates of a picture that can be explored.
    static List<Target> plates(LabelledImage picture) {
        return picture.targets().stream().filter(PlateSource::labelled).toList();
    }

    /// Selects another plate of the picture that is shown.
    static void select(Studio studio, Target target) {
        studio.pictureProperty()
                .get()
                .ifPresent(p ->
                        studio.selectionProperty()
                                .set(Optional.of(Selection.whole(p.id(), target.id()))));
    }

    private static boolean labelled(Target target) {
        return !target.labelledPoints().isEmpty();
    }
}
