package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Edit;
import penumbra.edit.Step;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.store.ProjectStore;
import penumbra.store.Proposals;

class PendingProposalsTest {

    @TempDir Path folder;
    private ProjectStore store;
    private Studio studio;
    private final Prediction left = plate(0, 10);
    private final Prediction right = plate(1, 60);

    private static Prediction plate(int classIndex, double x) {
        List<Keypoint> points =
                Stream.of(new Point(0, 0), new Point(0, 12), new Point(25, 12), new Point(25, 0))
                        .map(p -> Keypoint.visible(p.x() + x, p.y() + 20))
                        .toList();
        return new Prediction(
                Target.of(classIndex, points, Optional.empty(), "best"),
                Collections.nCopies(4, Optional.empty()),
                0.8);
    }

    @BeforeEach
    void open() throws Exception {
        store =
                ProjectStore.create(
                        folder.resolve("p.penumbra"), Schema.ARMOR_PLATE, Runnable::run);
        LabelledImage image =
                new LabelledImage(
                        1, "1.png", new Size(100, 80), List.of(), LabelState.UNLABELLED, "");
        store.commitAll(Optional.empty(), List.of(Edit.add("add-picture", image)), "");
        Project project = Project.of(Schema.ARMOR_PLATE, List.of(image));
        studio = new Studio(store, project, Pictures.of(project), "ann", Runnable::run);
        LinkedHashMap<String, Proposals.Found> found = new LinkedHashMap<>();
        found.put("1.png", new Proposals.Found("best", List.of(left, right), Set.of()));
        studio.proposals().take(new Proposals(found));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private LabelledImage picture() {
        return studio.pictureProperty().get().orElseThrow();
    }

    private List<Prediction> undecided() {
        return studio.proposals().undecided(picture());
    }

    private void accept(Prediction prediction) {
        studio.apply(studio.edits().accept(picture(), prediction.target()));
    }

    @Test
    void whatIsTakenIsALabelAndWhatIsUndoneWaitsAgain() {
        accept(left);
        assertThat(undecided()).containsExactly(right);
        assertThat(picture().targets()).containsExactly(left.target());
        studio.undo();
        assertThat(undecided()).containsExactly(left, right);
        assertThat(picture().targets()).isEmpty();
    }

    @Test
    void dismissalsAndEditsAreUndoneAndRedoneInTheirTurn() {
        studio.dismiss(picture(), right);
        accept(left);
        assertThat(undecided()).isEmpty();
        studio.undo();
        assertThat(undecided()).containsExactly(left);
        studio.undo();
        assertThat(undecided()).containsExactly(left, right);
        assertThat(studio.selectionProperty().get().orElseThrow().targetId())
                .isEqualTo(right.target().id());
        assertThat(studio.undo()).isEmpty();
        studio.redo();
        assertThat(undecided()).containsExactly(left);
        studio.redo();
        assertThat(undecided()).isEmpty();
        assertThat(studio.redo()).isEmpty();
        assertThat(picture().targets()).containsExactly(left.target());
    }

    @Test
    void twoDismissalsInARowComeBackOneAfterTheOther() {
        accept(left);
        studio.undo();
        studio.dismiss(picture(), left);
        studio.dismiss(picture(), right);
        studio.undo();
        assertThat(undecided()).containsExactly(right);
        studio.undo();
        assertThat(undecided()).containsExactly(left, right);
        accept(left);
        assertThat(studio.redo()).as("something else was done since").isEmpty();
    }

    @Test
    void anEditThatIsNoneAnyMoreDoesNotBuryADismissal() {
        studio.apply(studio.edits().setNote(picture(), "a").orElseThrow());
        studio.dismiss(picture(), left);
        studio.apply(studio.edits().setNote(picture(), "").orElseThrow());
        studio.undo();
        assertThat(undecided()).containsExactly(left, right);
    }

    @Test
    void aClassThatMovesKeepsItsProposals() {
        Schema before = studio.schema();
        Schema after =
                new Schema(
                        before.keypoints(),
                        before.edges(),
                        before.flip(),
                        before.oksSigmas(),
                        before.classes().reversed());
        studio.apply(new Step(before, after, List.of()));
        assertThat(undecided())
                .extracting(p -> studio.schema().classNames().get(p.target().classIndex()))
                .containsExactly("BG", "B1");
    }
}
