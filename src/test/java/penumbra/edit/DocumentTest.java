package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static penumbra.model.Samples.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

class DocumentTest {

    private final Project start = Project.of(Schema.ARMOR_PLATE, List.of(picture(1, 0)));
    private final Document document = new Document(start);

    /// Moves the plate of the only picture.
    private void moveTo(double x) {
        LabelledImage now = document.project().images().getFirst();
        document.apply(Edit.change("move-plate", now, picture(1, x)));
    }

    @Test
    void anEditCanBeUndoneAndRedone() {
        moveTo(5);
        Project moved = document.project();
        assertThat(document.undo()).isPresent();
        assertThat(document.project()).isEqualTo(start);
        assertThat(document.redo()).isPresent();
        assertThat(document.project()).isEqualTo(moved);
    }

    @Test
    void withNothingToUndoOrRedoNothingHappens() {
        assertThat(document.canUndo()).isFalse();
        assertThat(document.canRedo()).isFalse();
        assertThat(document.undo()).isEmpty();
        assertThat(document.redo()).isEmpty();
        assertThat(document.project()).isSameAs(start);
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        moveTo(5);
        document.undo();
        moveTo(7);
        assertThat(document.canRedo()).isFalse();
        document.undo();
        assertThat(document.project()).isEqualTo(start);
    }

    @Test
    void undoHasNoLimit() {
        for (int x = 1; x <= 10_000; x++) {
            moveTo(x);
        }
        int undone = 0;
        while (document.undo().isPresent()) {
            undone++;
        }
        assertThat(undone).isEqualTo(10_000);
        assertThat(document.project()).isEqualTo(start);
    }

    @Test
    void undoGoesBackAcrossPictures() {
        document.apply(Edit.add("import", picture(2, 0)));
        moveTo(5);
        document.undo();
        document.undo();
        assertThat(document.project()).isEqualTo(start);
    }

    @Test
    void anEditThatDoesNotFitChangesNothingAndTellsNobody() {
        moveTo(5);
        document.undo();
        List<Edit> told = new ArrayList<>();
        document.onStep(step -> told.addAll(step.edits()));
        Edit wrong = Edit.change("move-plate", picture(1, 99), picture(1, 100));
        assertThatIllegalStateException().isThrownBy(() -> document.apply(wrong));
        assertThat(document.project()).isEqualTo(start);
        assertThat(document.canUndo()).isFalse();
        assertThat(document.canRedo()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void listenersHearEveryChangeInOrderAndAnUndoAsTheInverse() {
        List<Edit> told = new ArrayList<>();
        document.onStep(step -> told.addAll(step.edits()));
        Edit edit = Edit.change("move-plate", picture(1, 0), picture(1, 5));
        document.apply(edit);
        document.undo();
        document.redo();
        assertThat(told).containsExactly(edit, edit.inverse(), edit);
    }

    @Test
    void aListenerSeesTheDocumentAsItIsAfterTheChange() {
        List<String> seen = new ArrayList<>();
        document.onStep(step -> {
            assertThat(document.project().image(1)).isEqualTo(step.edits().getFirst().after());
            seen.add(document.canUndo() + " " + document.canRedo());
        });
        moveTo(5);
        document.undo();
        document.redo();
        assertThat(seen).containsExactly("true false", "false true", "true false");
    }

    @Test
    void theDocumentIsSavedWhileTheInstanceOnDiskIsTheCurrentOne() {
        assertThat(document.isSaved()).isTrue();
        moveTo(5);
        Project first = document.project();
        assertThat(document.isSaved()).isFalse();
        moveTo(6);
        document.markSaved(first);
        assertThat(document.isSaved()).as("a later edit is still on its way").isFalse();
        document.markSaved(document.project());
        assertThat(document.isSaved()).isTrue();
    }

    @Test
    void anUndoIsAnEditLikeAnyOtherUntilItIsOnDisk() {
        moveTo(5);
        document.markSaved(document.project());
        document.undo();
        assertThat(document.isSaved()).isFalse();
    }

    /// Against a list of all states and a position in it: 0 undoes, 1 redoes, any other number
    /// moves the plate there.
    @Property(tries = 300)
    void anySequenceOfEditsUndosAndRedosIsAWalkThroughAListOfStates(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> steps) {
        List<Project> states = new ArrayList<>(List.of(start));
        int position = 0;
        Project replayed = start;
        List<Edit> told = new ArrayList<>();
        Document walked = new Document(start);
        walked.onStep(made -> told.addAll(made.edits()));
        for (int step : steps) {
            if (step == 0) {
                assertThat(walked.undo().isPresent()).isEqualTo(position > 0);
                position = Math.max(0, position - 1);
            } else if (step == 1) {
                assertThat(walked.redo().isPresent()).isEqualTo(position + 1 < states.size());
                position = Math.min(states.size() - 1, position + 1);
            } else {
                Optional<LabelledImage> now = walked.project().image(1);
                walked.apply(new Edit("move", 1, now, Optional.of(picture(1, step))));
                states.subList(position + 1, states.size()).clear();
                states.add(walked.project());
                position++;
                assertThat(walked.project().image(1)).contains(picture(1, step));
            }
            assertThat(walked.project()).isEqualTo(states.get(position));
            assertThat(walked.canUndo()).isEqualTo(position > 0);
            assertThat(walked.canRedo()).isEqualTo(position + 1 < states.size());
        }
        for (Edit edit : told) {
            replayed = edit.applyTo(replayed);
        }
        assertThat(replayed).isEqualTo(walked.project());
    }

    private void note(String text) {
        LabelledImage now = document.project().images().getFirst();
        LabelEdits.by("Bob").setNote(now, text).ifPresent(document::apply);
    }

    @Test
    void aNoteTypedInManyChangesIsOneStepUntilSomethingElseHappens() {
        List<Step> heard = new ArrayList<>();
        document.onStep(heard::add);
        note("g");
        note("gl");
        note("glare");
        assertThat(heard).as("each change goes to the store").hasSize(3);
        moveTo(5);
        LabelledImage moved = document.project().images().getFirst();
        note("later");
        document.undo();
        assertThat(document.project().images().getFirst()).isEqualTo(moved);
        document.undo();
        document.undo();
        assertThat(document.project()).isEqualTo(start);
        assertThat(document.canUndo()).isFalse();
        document.redo();
        assertThat(document.project().images().getFirst().note()).isEqualTo("glare");
    }

    @Test
    void aNoteTypedAndRubbedOutLeavesNothingToUndo() {
        note("g");
        note("");
        assertThat(document.canUndo()).isFalse();
        assertThat(document.project()).isEqualTo(start);
    }
}
