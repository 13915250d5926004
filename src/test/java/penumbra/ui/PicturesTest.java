package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import penumbra.edit.Edit;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

class PicturesTest {

    private final Pictures pictures = of("b10.png", "b9.png", "a2.png", "b1.png");

    private static Pictures of(String... paths) {
        List<LabelledImage> images = new ArrayList<>();
        for (String path : paths) {
            images.add(
                    new LabelledImage(
                            images.size() + 1,
                            path,
                            new Size(10, 10),
                            List.of(),
                            LabelState.UNLABELLED,
                            ""));
        }
        return Pictures.of(Project.of(Schema.ARMOR_PLATE, images));
    }

    private List<String> shown() {
        return pictures.shown().stream().map(LabelledImage::path).toList();
    }

    private void search(Predicate<LabelledImage> wanted) {
        pictures.show(Pictures.find(pictures.all(), wanted));
    }

    @Test
    void whatIsEditedDuringASearchIsShownAsItIsNow() {
        Pictures.Found found = Pictures.find(pictures.all(), _ -> true);
        LabelledImage edited = pictures.shown().get(1).withState(LabelState.FLAGGED, "blur");
        pictures.take(List.of(Edit.change("flag", pictures.shown().get(1), edited)));
        pictures.show(found);
        assertThat(pictures.shown().get(1)).isEqualTo(edited);
    }

    @Test
    void numbersInNamesCountAsNumbers() {
        assertThat(shown()).containsExactly("a2.png", "b1.png", "b9.png", "b10.png");
    }

    @Test
    void theWayForthAndBackIsThatOfWhatIsShown() {
        assertThat(pictures.beside(2, 1).orElseThrow().path()).isEqualTo("b10.png");
        search(image -> !image.path().equals("b9.png"));
        assertThat(shown()).containsExactly("a2.png", "b1.png", "b10.png");
        assertThat(pictures.beside(4, 1).orElseThrow().path()).isEqualTo("b10.png");
        assertThat(pictures.beside(1, 1)).as("behind the last").isEmpty();
        assertThat(pictures.beside(3, -1)).as("before the first").isEmpty();
        assertThat(pictures.beside(2, 1).orElseThrow().path())
                .as("from one that is not shown")
                .isEqualTo("a2.png");
        assertThat(pictures.before(1).orElseThrow().path())
                .as("whatever is shown")
                .isEqualTo("b9.png");
        assertThat(pictures.count()).isEqualTo(4);
    }

    @Test
    void anEditedPictureKeepsItsPlaceAlsoWhenTheSearchWouldNoLongerFindIt() {
        search(image -> image.state() == LabelState.UNLABELLED);
        LabelledImage edited = pictures.shown().get(1).withState(LabelState.REVIEWED, "seen");
        pictures.take(List.of(Edit.change("review", pictures.shown().get(1), edited)));
        assertThat(pictures.shown().get(1)).isEqualTo(edited);
        search(image -> image.state() == LabelState.UNLABELLED);
        assertThat(shown()).doesNotContain(edited.path()).hasSize(3);
        search(_ -> true);
        assertThat(pictures.shown()).contains(edited);
    }
}
