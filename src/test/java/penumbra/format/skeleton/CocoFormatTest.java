package penumbra.format.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.Shared;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.Sources;
import penumbra.format.TestPictures;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Schema.Edge;

class CocoFormatTest {

    private static final String PLATES =
            """
            {
              "annotations": [
                {"id": 1, "image_id": 7, "category_id": 2, "bbox": [1.5, 2, 3, 4],
                 "segmentation": [[1, 2, 3]], "iscrowd": 0,
                 "keypoints": [10.25, 20.5, 2, 10, 30, 1, 0, 0, 0, 40, -3.75, 2]},
                {"id": 2, "image_id": 7, "category_id": 1,
                 "keypoints": [1, 1, 2, 2, 2, 2, 3, 3, 2, 4, 4, 2]},
                {"id": 3, "image_id": 7, "category_id": 2, "keypoints": [1, 1, 2]},
                {"id": 4, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 4]},
                {"id": 5, "image_id": 99, "category_id": 2,
                 "keypoints": [1, 1, 2, 2, 2, 2, 3, 3, 2, 4, 4, 2]},
                {"id": 6, "image_id": 7, "category_id": 99,
                 "keypoints": [1, 1, 2, 2, 2, 2, 3, 3, 2, 4, 4, 2]},
                {"id": 7, "image_id": 7, "category_id": 2, "iscrowd": 1,
                 "keypoints": [1, 1, 2, 2, 2, 2, 3, 3, 2, 4, 4, 2]},
                {"id": 8, "image_id": 7, "category_id": 2,
                 "keypoints": [1, 1, 5, 2, 2, 2, 3, 3, 2, 4, 4, 2]},
                {"id": 9, "image_id": 7, "category_id": 2,
                 "keypoints": [1, "a", 2, 2, 2, 2, 3, 3, 2, 4, 4, 2]}
              ],
              "categories": [
                {"id": 1, "name": "B1", "keypoints": ["TR", "TL", "BL", "BR"],
                 "skeleton": [[1, 4], [2, 3]]},
                {"id": 2, "name": "R3", "keypoints": ["TL", "BL", "BR", "TR"],
                 "skeleton": [[1, 2], [3, 4]]},
                {"id": 3, "name": "car", "keypoints": []}
              ],
              "images": [{"id": 7, "file_name": "a.png", "width": 64, "height": 32}]
            }
            """;

    @TempDir Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void goodAnnotationsComeInAsWrittenAndEveryOtherIsRefusedByLine() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 64, 32);
        Path file = Sources.text(folder.resolve("set.json"), PLATES);

        LabelSet labels = new CocoFormat().read(file, "Ann");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.path()).isEqualTo(folder.resolve("a.png").toString());
        assertThat(image.targets()).hasSize(2);
        assertThat(labels.declared()).isTrue();
        assertThat(labels.schema().classNames()).containsExactly("B1", "R3");
        assertThat(labels.schema().keypoints()).containsExactly("TR", "TL", "BL", "BR");
        assertThat(labels.schema().edges()).containsExactly(new Edge(0, 3), new Edge(1, 2));
        assertThat(labels.schema().flip()).containsExactly(1, 0, 3, 2);
        assertThat(Sources.className(labels, image, 0)).isEqualTo("R3");
        assertThat(Sources.points(image.targets().get(0).keypoints()))
                .containsExactly("40.0,-3.75,2", "10.25,20.5,2", "10.0,30.0,1", "0.0,0.0,0");
        assertThat(image.targets().get(0).box()).hasValue(new Box(1.5, 2, 3, 4));
        assertThat(image.targets().get(1).box()).isEmpty();
        assertThat(image.targets().get(1).annotator()).isEqualTo("Ann");
        assertThat(Sources.refused(labels))
                .containsExactly(
                        "8:keypoint-count",
                        "9:no-keypoints",
                        "10:picture-unknown",
                        "12:category-unknown",
                        "14:crowd",
                        "17:visibility",
                        "19:json-type");
        assertThat(labels.findings().getLast().message())
                .isEqualTo("The value of 'keypoints' should be a number; correct it.");
    }

    @Test
    void skeletonPairsMayCountFromZero() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 64, 32);
        Path file =
                Sources.text(
                        folder.resolve("set.json"),
                        PLATES.replace("[[1, 4], [2, 3]]", "[[0, 3], [1, 2]]"));
        assertThat(new CocoFormat().read(file, "").schema().edges())
                .containsExactly(new Edge(0, 3), new Edge(1, 2));
    }

    @Test
    void labelsOfAPictureThatIsNotThereAreKeptWithTheStatedSize() throws Exception {
        Path file = Sources.text(folder.resolve("set.json"), PLATES);

        LabelSet labels = new CocoFormat().read(file, "");

        assertThat(labels.images().getFirst().size()).isEqualTo(new Size(64, 32));
        assertThat(labels.targetCount()).isEqualTo(2);
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("28:picture-missing");
    }

    @Test
    void labelsOfAPictureOfAnotherSizeAreRefused() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 32, 64);
        Path file = Sources.text(folder.resolve("set.json"), PLATES);

        LabelSet labels = new CocoFormat().read(file, "");

        assertThat(labels.images()).hasSize(1);
        assertThat(labels.images().getFirst().size()).isEqualTo(new Size(32, 64));
        assertThat(labels.targetCount()).isZero();
        assertThat(Sources.refused(labels)).contains("28:size-mismatch");
    }

    @Test
    void labelsOfAPictureThatIsNeitherThereNorSizedAreRefused() throws Exception {
        Path file =
                Sources.text(
                        folder.resolve("set.json"),
                        PLATES.replace(", \"width\": 64, \"height\": 32", ""));
        LabelSet labels = new CocoFormat().read(file, "");
        assertThat(labels.images()).isEmpty();
        assertThat(Sources.refused(labels)).contains("28:picture-without-size");
    }

    @Test
    void ofCategoriesWithDifferentCountsTheMostUsedOneCounts() throws Exception {
        Path file =
                Sources.text(
                        folder.resolve("set.json"),
                        """
                        {"images": [{"id": 1, "file_name": "a.png", "width": 9, "height": 9}],
                         "categories": [
                          {"id": 1, "name": "mouse", "keypoints": ["a", "b"]},
                          {"id": 2, "name": "pen", "keypoints": ["left_tip"]}],
                         "annotations": [
                          {"id": 1, "image_id": 1, "category_id": 1, "keypoints": [1,1,2,2,2,2]},
                          {"id": 2, "image_id": 1, "category_id": 2, "keypoints": [3,3,2]},
                          {"id": 3, "image_id": 1, "category_id": 2, "keypoints": [4,4,2]}]}
                        """);
        LabelSet labels = new CocoFormat().read(file, "");
        assertThat(labels.schema().keypoints()).containsExactly("left_tip");
        assertThat(labels.schema().classNames()).containsExactly("pen");
        assertThat(labels.targetCount()).isEqualTo(2);
        assertThat(Sources.refused(labels)).containsExactly("6:keypoint-count");
    }

    @Test
    void picturesLieInTheFolderOfTheSplit() throws Exception {
        Path picture = TestPictures.write(folder.resolve("images/train/a.png"), 64, 32);
        Path file = Sources.text(folder.resolve("annotations/plates_train.json"), PLATES);
        assertThat(new CocoFormat().read(file, "").images().getFirst().path())
                .isEqualTo(picture.toString());
    }

    @Test
    void aNamedFileThatIsNoPictureIsNeverOpened() throws Exception {
        Path secret = Sources.text(folder.resolve("secret.txt"), "x");
        Path file =
                Sources.text(
                        folder.resolve("set/set.json"),
                        PLATES.replace("a.png", "../" + secret.getFileName()));
        LabelSet labels = new CocoFormat().read(file, "");
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("28:picture-missing");
    }

    @Test
    void inAFolderABrokenFileIsRefusedAndTheOthersRead() throws Exception {
        Sources.text(folder.resolve("a.json"), PLATES);
        Path cut = Sources.text(folder.resolve("b.json"), PLATES.substring(0, 400));
        Path other = Sources.text(folder.resolve("c.json"), "{\"name\": \"package\"}");

        LabelSet labels = new CocoFormat().read(folder, "");

        assertThat(labels.targetCount()).isEqualTo(2);
        assertThat(labels.findings())
                .anyMatch(
                        f -> f.file().equals(cut) && f.rule().equals("json-syntax") && f.line() > 1)
                .anyMatch(f -> f.file().equals(other) && f.rule().equals("not-this-format"));
        assertThatThrownBy(() -> new CocoFormat().read(cut, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(cut + ":");
    }

    @Test
    void theFixtureOfDatumaroComesIn() throws Exception {
        Path source = Shared.folder("data/fixtures/datumaro__coco_person_keypoints");

        LabelSet labels = new CocoFormat().read(source, "");

        assertThat(labels.images())
                .extracting(i -> i.size().toString())
                .containsExactly("10x5", "5x10");
        assertThat(labels.schema().keypoints()).containsExactly("a_1", "a_2", "a_3");
        assertThat(labels.schema().edges()).containsExactly(new Edge(0, 1), new Edge(1, 2));
        LabelledImage first = Sources.image(labels, "a.jpg");
        assertThat(first.targets()).hasSize(1);
        assertThat(Sources.className(labels, first, 0)).isEqualTo("b");
        assertThat(Sources.points(first.targets().getFirst().keypoints()))
                .containsExactly("0.0,0.0,0", "0.0,2.0,1", "4.0,1.0,2");
        assertThat(first.targets().getFirst().box()).hasValue(new Box(2, 2, 3, 1));
        LabelledImage second = Sources.image(labels, "b.jpg");
        assertThat(second.targets()).hasSize(1);
        assertThat(Sources.className(labels, second, 0)).isEqualTo("a");
        assertThat(Sources.points(second.targets().getFirst().keypoints()))
                .containsExactly("1.0,2.0,2", "3.0,4.0,2", "2.0,3.0,2");
        assertThat(Sources.refused(labels)).containsExactly("111:crowd");
        assertThat(Sources.rules(labels.findings(), Severity.NOTE))
                .containsExactly("70:keypoints-by-position");
    }

    @Test
    void aSetOfBoxesAndOutlinesHasNothingToTakeIn() throws Exception {
        Path file = Shared.folder("data/fixtures/dagshub_converter/coco/res");
        LabelSet labels = new CocoFormat().read(file.resolve("annotations.json"), "");
        assertThat(labels.targetCount()).isZero();
        assertThat(labels.findings())
                .filteredOn(f -> f.severity() == Severity.REFUSED)
                .extracting(Finding::rule)
                .isEqualTo(List.of("no-keypoints", "no-keypoints", "no-keypoints", "no-keypoints"));
    }
}
