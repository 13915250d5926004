package penumbra.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import penumbra.edit.Selection;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.ui.Studio;

/// What a person decides about what a network found in the picture that is shown, by one key each:
/// Enter takes the selected one as a label, Delete or Backspace dismisses it; then the next one is
/// selected.
public final class ProposalKeys {

    private final Studio studio;
    private final CanvasState state;

    public ProposalKeys(Studio studio, CanvasState state) {
        this.studio = studio;
        this.state = state;
    }

    /// Keeps the canvas showing what is undecided about its picture.
    public Subscription follow() {
        return Subscription.combine(
                studio.proposals().allProperty().subscribe(_ -> show()),
                studio.pictureProperty().subscribe(_ -> show()));
    }

    private void show() {
        state.predictionsProperty()
                .set(picture().map(studio.proposals()::undecided).orElse(List.<Prediction>of()));
    }

    /// @return whether the key meant something
    public boolean press(KeyEvent event) {
        boolean free = state.plateToolProperty().get().isEmpty();
        return switch (event.getCode()) {
            case ENTER -> accept() || begin();
            case BACK_SPACE -> free && dismiss();
            default -> false;
        };
    }

    /// Makes the selected prediction a label.
    ///
    /// @return false when none is selected
    public boolean accept() {
        return decide((picture, p) -> studio.apply(studio.edits().accept(picture, p.target())));
    }

    /// Puts the selected prediction away.
    ///
    /// @return false when none is selected
    public boolean dismiss() {
        return decide((picture, p) -> studio.dismiss(picture, p));
    }

    /// Selects the first one.
    private boolean begin() {
        List<Prediction> all = state.predictionsProperty().get();
        picture().filter(_ -> !all.isEmpty()).ifPresent(p -> select(p, all.getFirst()));
        return !all.isEmpty();
    }

    @FunctionalInterface
    private interface Decision {
        boolean make(LabelledImage picture, Prediction prediction);
    }

    private boolean decide(Decision decision) {
        Optional<Prediction> chosen = state.predicted(studio.selectionProperty().get());
        Optional<LabelledImage> picture = picture();
        if (chosen.isEmpty() || picture.isEmpty()) {
            return false;
        }
        List<Prediction> before = state.predictionsProperty().get();
        int at = before.indexOf(chosen.get());
        if (decision.make(picture.get(), chosen.get())) {
            List<Prediction> left = state.predictionsProperty().get();
            if (left.isEmpty()) {
                studio.selectionProperty().set(Optional.empty());
            } else {
                select(picture.get(), left.get(Math.min(at, left.size() - 1)));
            }
        }
        return true;
    }

    private void select(LabelledImage picture, Prediction prediction) {
        studio.selectionProperty()
                .set(Optional.of(Selection.whole(picture.id(), prediction.target().id())));
        prediction.target().extent().ifPresent(state::reveal);
    }

    private Optional<LabelledImage> picture() {
        return studio.pictureProperty().get();
    }
}
