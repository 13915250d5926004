package penumbra.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import penumbra.edit.propose.Undecided;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.store.Proposals;

/// What networks propose for the pictures of the project that is open, and what a person dismissed
/// of it. Owned by the thread of the window.
///
/// To dismiss is no edit of a label, but it is undone in its turn: each dismissal notes how many
/// steps of the document came before it.
public final class PendingProposals {

    /// A prediction that was dismissed.
    ///
    /// @param steps how many steps of the document came before it
    public record Dismissal(LabelledImage picture, Prediction prediction, int steps) {

        private UUID id() {
            return prediction.target().id();
        }
    }

    private final ReadOnlyObjectWrapper<Proposals> all =
            new ReadOnlyObjectWrapper<>(Proposals.NONE);
    private final ReadOnlyObjectWrapper<Proposals> taken =
            new ReadOnlyObjectWrapper<>(Proposals.NONE);
    private final Deque<Dismissal> done = new ArrayDeque<>();
    private final Deque<Dismissal> undone = new ArrayDeque<>();

    /// All of them, the dismissed ones included.
    public ReadOnlyObjectProperty<Proposals> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// What came in last.
    public ReadOnlyObjectProperty<Proposals> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /// Takes in what a network found; it replaces what was proposed for the same pictures.
    public void take(Proposals found) {
        all.set(all.get().with(found));
        taken.set(found);
    }

    /// Those for a picture that a person has not decided about, best first.
    public List<Prediction> undecided(LabelledImage picture) {
        return undecided(all.get(), picture);
    }

    /// As [#undecided(LabelledImage)], of proposals as they were; on any thread.
    public static List<Prediction> undecided(Proposals proposals, LabelledImage picture) {
        return proposals
                .in(picture.path())
                .map(f -> Undecided.of(f.predictions(), f.dismissed(), picture))
                .orElse(List.of());
    }

    void dismiss(Dismissal dismissal) {
        undone.clear();
        done.push(dismissal);
        mark(dismissal, true);
    }

    /// Takes back the last dismissal, if it is younger than the last step of the document.
    Optional<Dismissal> undo(int steps) {
        Optional<Dismissal> last = Optional.ofNullable(done.peek()).filter(d -> d.steps() >= steps);
        last.ifPresent(d -> {
            undone.push(done.pop());
            mark(d, false);
        });
        return last;
    }

    /// Dismisses again what was taken back last, if that comes before the next step.
    Optional<Dismissal> redo(int steps) {
        Optional<Dismissal> next =
                Optional.ofNullable(undone.peek()).filter(d -> d.steps() <= steps);
        next.ifPresent(d -> {
            done.push(undone.pop());
            mark(d, true);
        });
        return next;
    }

    /// A step was made that cannot be followed by what was undone before it.
    void forgetUndone() {
        undone.clear();
    }

    void change(UnaryOperator<Proposals> how) {
        all.set(how.apply(all.get()));
    }

    private void mark(Dismissal dismissal, boolean dismissed) {
        change(p -> p.dismissing(dismissal.picture().path(), dismissal.id(), dismissed));
    }
}
