package penumbra.format.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.Shared;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.Sources;
import penumbra.format.TestPictures;
import penumbra.geometry.Box;
import penumbra.model.LabelledImage;

class LabelMeFormatTest {

    private static final String GROUPED =
            """
            {"version": "5.0.1", "imageData": "aGVsbG8=", "imagePath": "..\\\\images\\\\a.png",
             "imageWidth": 64, "imageHeight": 32, "shapes": [
              {"label": "TR", "points": [[40, 4.5]], "group_id": 1, "shape_type": "point"},
              {"label": "TL", "points": [[10.25, -2]], "group_id": 1, "shape_type": "point"},
              {"label": "BL", "points": [[10, 12]], "group_id": 1, "shape_type": "point"},
              {"label": "R3", "points": [[42, 13], [8, 3]], "group_id": 1,
               "shape_type": "rectangle"},
              {"label": "TL", "points": [[1, 2]], "group_id": 2, "shape_type": "point"},
              {"label": "TL", "points": [[1, 2]], "group_id": 2, "shape_type": "point"},
              {"label": "B1", "points": [[1, 2], [1, 6], [9, 6], [9, 2]], "shape_type": "polygon"},
              {"label": "B2", "points": [[1, 2], [1, 6], [9, 6]], "shape_type": "linestrip"},
              {"label": "TL", "points": [[1, 2]], "group_id": null, "shape_type": "point"},
              {"label": "x", "points": [[1, 2], [3, 4]], "shape_type": "circle"},
              {"label": "car", "points": [[1, 2], [3, 4]], "group_id": 9, "shape_type": "rectangle"},
              {"label": "BR", "points": [["a", 2]], "group_id": 1, "shape_type": "point"}]}
            """;

    @TempDir Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void pointsOfAGroupAndOutlinesComeInAndEveryOtherShapeIsRefused() throws Exception {
        Path picture = TestPictures.write(folder.resolve("images/a.png"), 64, 32);
        Sources.text(folder.resolve("json/a.json"), GROUPED);

        LabelSet labels = new LabelMeFormat().read(folder.resolve("json"), "Ann");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.path()).isEqualTo(picture.toString());
        assertThat(labels.schema().keypoints()).containsExactly("TL", "BL", "BR", "TR");
        assertThat(labels.schema().classNames()).containsExactly("B1", "R3", "unknown");
        assertThat(Sources.points(image.targets().get(0).keypoints()))
                .containsExactly("1.0,2.0,2", "1.0,6.0,2", "9.0,6.0,2", "9.0,2.0,2");
        assertThat(Sources.className(labels, image, 1)).isEqualTo("R3");
        assertThat(Sources.points(image.targets().get(1).keypoints()))
                .containsExactly("10.25,-2.0,1", "10.0,12.0,2", "0.0,0.0,0", "40.0,4.5,2");
        assertThat(image.targets().get(1).box()).hasValue(new Box(8, 3, 34, 10));
        assertThat(Sources.className(labels, image, 2)).isEqualTo("unknown");
        assertThat(image.targets()).hasSize(3);
        assertThat(Sources.refused(labels))
                .containsExactlyInAnyOrder(
                        "9:point-twice",
                        "11:keypoint-count",
                        "12:point-without-group",
                        "13:shape",
                        "14:no-keypoints",
                        "15:json-type");
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("8:class-missing");
    }

    @Test
    void outlinesAloneAreFourPointsOfAPlate() throws Exception {
        Path file =
                Sources.text(
                        folder.resolve("a.json"),
                        """
                        {"imagePath": "a.png", "imageWidth": 9, "imageHeight": 9, "shapes": [
                         {"label": "R3", "points": [[1,2],[1,6],[9,6],[9,2]]},
                         {"label": "R3", "points": [[1,2],[1,6],[9,6],[9,2],[5,1]]},
                         {"label": "R3", "points": [[1,2],[1,6],[9,6],[9,2],[5,1]]}]}
                        """);
        LabelSet labels = new LabelMeFormat().read(file, "");
        assertThat(labels.declared()).isFalse();
        assertThat(labels.targetCount()).isEqualTo(1);
        assertThat(Sources.refused(labels)).containsExactly("3:keypoint-count", "4:keypoint-count");
    }

    @Test
    void aFileWithoutPictureNameIsRefused() throws Exception {
        Path file = Sources.text(folder.resolve("a.json"), "{\"shapes\": []}");
        assertThatThrownBy(() -> new LabelMeFormat().read(file, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("[json-missing]");
    }

    @Test
    void ofThePrimitivesOnlyTheFourSidedPolygonIsATarget() throws Exception {
        LabelSet labels =
                new LabelMeFormat().read(Shared.folder("data/fixtures/labelme__primitives"), "");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.targets()).hasSize(1);
        assertThat(Sources.className(labels, image, 0)).isEqualTo("polygon");
        assertThat(Sources.points(image.targets().getFirst().keypoints()))
                .containsExactly("69.0,318.0,2", "45.0,403.0,2", "173.0,406.0,2", "198.0,321.0,2");
        assertThat(Sources.refused(labels))
                .extracting(r -> r.replaceAll(".*:", ""))
                .containsExactly(
                        "no-keypoints",
                        "shape",
                        "no-keypoints",
                        "shape",
                        "point-without-group",
                        "shape",
                        "keypoint-count");
    }

    @Test
    void rectanglesAloneAreNoTargetsButTheirPicturesAreListed() throws Exception {
        Path source = Shared.folder("data/fixtures/labelme__bbox_detection");
        LabelSet labels = new LabelMeFormat().read(source, "");
        assertThat(labels.images()).hasSize(3);
        assertThat(labels.targetCount()).isZero();
        assertThat(Sources.refused(labels))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(r -> r.endsWith(":no-keypoints"));
    }
}
