package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

class CanvasWordsTest {

    private static final List<Point> POINTS =
            List.of(new Point(10, 10), new Point(10, 30), new Point(60, 30), new Point(60, 10));

    private final Locale before = Locale.getDefault();
    private final CanvasWords words = new CanvasWords(Schema.ARMOR_PLATE);
    private final LabelEdits edits = LabelEdits.by("tester");
    private final LabelledImage empty =
            new LabelledImage(
                    7, "a/frame.png", new Size(100, 80), List.of(), LabelState.UNLABELLED, "");

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    /// A picture with a blue two and a red three.
    private LabelledImage labelled() {
        LabelledImage one = edits.add(empty, 2, POINTS).after().orElseThrow();
        return edits.add(one, 11, POINTS).after().orElseThrow();
    }

    private String of(LabelledImage picture, Selection selection) {
        return words.of(Optional.of(picture), Optional.ofNullable(selection));
    }

    @Test
    void pictureAndNumberOfPlatesAreSaidAndThatThereIsNoPicture() {
        assertThat(words.of(Optional.empty(), Optional.empty())).isEqualTo("Canvas, no picture");
        assertThat(of(empty, null)).isEqualTo("a/frame.png, plates: 0");
        assertThat(of(labelled(), null)).isEqualTo("a/frame.png, plates: 2");
    }

    @Test
    void theSelectedPlateIsSaidWithItsClassAndItsPart() {
        LabelledImage picture = labelled();
        var second = picture.targets().getLast().id();
        String plate = "a/frame.png, plates: 2, selected: plate 2, class R3";
        assertThat(of(picture, Selection.whole(7, second))).isEqualTo(plate);
        assertThat(of(picture, Selection.point(7, second, 3))).isEqualTo(plate + ", TR");
        assertThat(of(picture, Selection.bar(7, second, 0))).isEqualTo(plate + ", TL-BL");
        assertThat(of(empty, Selection.whole(7, second))).isEqualTo("a/frame.png, plates: 0");
    }

    @Test
    void itIsSaidInChineseToo() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        LabelledImage picture = labelled();
        assertThat(of(picture, Selection.first(picture).orElseThrow()))
                .isEqualTo("a/frame.png，装甲板：2，已选中：第 1 个装甲板，类别 B2");
    }
}
