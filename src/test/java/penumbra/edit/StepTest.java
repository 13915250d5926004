package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

class StepTest {

    private static final Schema SMALL = Schema.ARMOR_PLATE;
    private static final Schema GROWN = SMALL.withClass("N3");

    private final Project before =
            Project.of(SMALL, List.of(picture(1, "one"), picture(2, "two"), picture(3, "three")));
    private final Step step =
            new Step(
                    SMALL,
                    GROWN,
                    List.of(
                            Edit.change("import", picture(2, "two"), picture(2, "changed")),
                            Edit.add("import", picture(4, "four")),
                            new Edit(
                                    "remove",
                                    1,
                                    Optional.of(picture(1, "one")),
                                    Optional.empty())));

    private static LabelledImage picture(long id, String note) {
        return new LabelledImage(
                id, id + ".png", new Size(10, 10), List.of(), LabelState.UNLABELLED, note);
    }

    @Test
    void allOfItIsDoneAtOnceAndItsInverseRestoresExactlyWhatWasThere() {
        Project after = step.applyTo(before);
        assertThat(after)
                .isEqualTo(
                        Project.of(
                                GROWN,
                                List.of(
                                        picture(2, "changed"),
                                        picture(3, "three"),
                                        picture(4, "four"))));
        assertThat(step.inverse().applyTo(after)).isEqualTo(before);
        assertThat(step.inverse().inverse()).isEqualTo(step);
    }

    @Test
    void aDocumentTakesItBackAndMakesItAgainAsOneStep() {
        Document document = new Document(before);
        document.apply(step);
        document.apply(Edit.change("note", picture(3, "three"), picture(3, "later")));
        document.undo();
        assertThat(document.project()).isEqualTo(step.applyTo(before));
        assertThat(document.undo()).contains(step.inverse());
        assertThat(document.project()).isEqualTo(before);
        assertThat(document.canUndo()).isFalse();
        assertThat(document.redo()).contains(step);
        assertThat(document.project()).isEqualTo(step.applyTo(before));
    }

    @Test
    void whatDoesNotFitChangesNothing() {
        Document document = new Document(before);
        document.apply(Edit.change("note", picture(2, "two"), picture(2, "other")));
        Project now = document.project();
        assertThatThrownBy(() -> document.apply(step))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("picture 2");
        assertThat(document.project()).isSameAs(now);
        assertThatThrownBy(() -> step.applyTo(before.withSchema(GROWN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schema");
        assertThatThrownBy(() -> new Step(SMALL, SMALL, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
