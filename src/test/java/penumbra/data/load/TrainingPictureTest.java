package penumbra.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.PictureException;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.model.Visibility;

class TrainingPictureTest {

    @TempDir Path folder;

    private static TrainingPicture picture(Target... labels) {
        return new TrainingPicture(
                Path.of("p.jpg"), "hash", new Size(1280, 1024), List.of(labels), "s");
    }

    @Test
    void labelsAreCarriedToTheLoadedPictureWithoutRounding() {
        Target label =
                Target.of(
                        3,
                        List.of(Keypoint.visible(100.3, 50.7), Keypoint.UNLABELLED),
                        Optional.of(new Box(90.1, 40.2, 33.3, 44.4)),
                        "");

        InputLabel loaded = picture(label).inputLabels(640).getFirst();

        assertThat(loaded.classIndex()).isEqualTo(3);
        assertThat(loaded.keypoints())
                .containsExactly(Keypoint.visible(100.3 * 0.5, 50.7 * 0.5), Keypoint.UNLABELLED);
        assertThat(loaded.box()).isEqualTo(new Box(90.1 / 2, 40.2 / 2, 33.3 / 2, 44.4 / 2));
        assertThat(loaded.zoom()).isEqualTo(0.5);
    }

    @Test
    void aPointBeyondThePictureStaysAmongTheAnnotatedOnlyAndBoxesEndAtIt() {
        Target cut =
                Target.of(
                        0,
                        List.of(Keypoint.visible(-20, 100), Keypoint.visible(60, 140)),
                        Optional.empty(),
                        "");
        Target gone =
                Target.of(
                        0,
                        List.of(Keypoint.visible(-20, 100), Keypoint.visible(-5, 140)),
                        Optional.empty(),
                        "");
        Target nothing = Target.of(0, List.of(Keypoint.UNLABELLED), Optional.empty(), "");

        List<InputLabel> labels = picture(cut, gone, nothing).inputLabels(640);

        assertThat(labels).hasSize(1);
        assertThat(labels.getFirst().box()).isEqualTo(new Box(0, 50, 30, 20));
        assertThat(labels.getFirst().keypoints().getFirst().visibility())
                .isEqualTo(Visibility.UNLABELLED);
        assertThat(labels.getFirst().annotated().getFirst()).isEqualTo(Keypoint.visible(-10, 50));
    }

    @Test
    void aPictureIsReadWithTheHashOfItsContent() throws Exception {
        TrainingPicture read = TestSet.write(folder, 2).pictures().get(1);

        assertThat(read.size()).isEqualTo(new Size(96, 72));
        assertThat(read.contentHash()).matches("[0-9a-f]{64}");
        assertThat(TestSet.write(folder, 1).pictures().getFirst().contentHash())
                .isNotEqualTo(read.contentHash());
        Path missing = folder.resolve("missing.png");
        assertThatThrownBy(() -> TrainingPicture.read(missing, List.of(), ""))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(missing + " cannot be read (No such file or directory)");
    }

    @Test
    void aSetNeedsAPictureAndAPlaceForEachKeypoint() {
        Target label = Target.of(0, List.of(Keypoint.visible(1, 1)), Optional.empty(), "");

        assertThatThrownBy(() -> new TrainingSet(List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new TrainingSet(List.of(picture(label)), Optional.of(List.of(1, 0))))
                .hasMessage("2 places for 1");
    }
}
