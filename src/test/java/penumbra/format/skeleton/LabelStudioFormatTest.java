package penumbra.format.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
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
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;

class LabelStudioFormatTest {

    @TempDir Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    private static String point(String id, String label, double x, double y, String more) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"type\":\"keypointlabels\",\"original_width\":200,"
                        + "\"original_height\":100,\"value\":{\"x\":%s,\"y\":%s,"
                        + "\"keypointlabels\":[\"%s\"]}%s}",
                id,
                x,
                y,
                label,
                more);
    }

    private static String rectangle(String id, String label, double x, double rotation) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"type\":\"rectanglelabels\",\"original_width\":200,"
                        + "\"original_height\":100,\"value\":{\"x\":%s,\"y\":10,\"width\":20,"
                        + "\"height\":30,\"rotation\":%s,\"rectanglelabels\":[\"%s\"]}}",
                id,
                x,
                rotation,
                label);
    }

    private Path export(String annotations) throws IOException {
        return Sources.text(
                folder.resolve("export.json"),
                "[\n{\"id\":1,\"data\":{\"image\":\"/data/upload/3/0a1b2c3d-a.png\"},"
                        + "\"annotations\":["
                        + annotations
                        + "]}]");
    }

    private static String annotation(String more, String... results) {
        return "{" + more + "\"result\":[\n" + String.join(",\n", results) + "]}";
    }

    @Test
    void pointsJoinTheirRectangleByParentByRelationAndByPlace() throws Exception {
        Path picture = TestPictures.write(folder.resolve("a.png"), 200, 100);
        Path file =
                export(
                        annotation(
                                "\"completed_by\":{\"id\":4,\"email\":\"a@b.c\"},",
                                rectangle("r1", "R3", 10, 0),
                                rectangle("r2", "B1", 60, 15),
                                point("p1", "TR", 0.25, 50, ",\"parentID\":\"r1\""),
                                point("p2", "TL", 99, 99, ""),
                                "{\"type\":\"relation\",\"from_id\":\"p2\",\"to_id\":\"r2\"}",
                                point("p3", "BL", 15, 20, ""),
                                point("p4", "BR", 105, -10, ",\"parentID\":\"r2\""),
                                point("p5", "BR", 50, 50, ""),
                                point("p6", "TL", 65, 20, ""),
                                "{\"type\":\"brushlabels\"}",
                                rectangle("r3", "car", 60, 0)));

        LabelSet labels = new LabelStudioFormat().read(file, "Ann");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.path()).isEqualTo(picture.toString());
        assertThat(labels.schema().keypoints()).containsExactly("TL", "BL", "BR", "TR");
        assertThat(Sources.className(labels, image, 0)).isEqualTo("R3");
        assertThat(Sources.points(image.targets().get(0).keypoints()))
                .containsExactly("0.0,0.0,0", "30.0,20.0,2", "0.0,0.0,0", "0.5,50.0,2");
        assertThat(image.targets().get(0).box()).hasValue(new Box(20, 10, 40, 30));
        assertThat(image.targets().get(0).annotator()).isEqualTo("a@b.c");
        assertThat(Sources.className(labels, image, 1)).isEqualTo("B1");
        assertThat(Sources.points(image.targets().get(1).keypoints()))
                .containsExactly("198.0,99.0,2", "0.0,0.0,0", "210.0,-10.0,1", "0.0,0.0,0");
        assertThat(image.targets().get(1).box()).isEmpty();
        assertThat(image.targets()).hasSize(2);
        assertThat(Sources.refused(labels))
                .containsExactlyInAnyOrder(
                        "10:point-without-frame",
                        "11:point-without-frame",
                        "12:shape",
                        "13:no-keypoints");
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("4:box-turned");
    }

    @Test
    void pointsWithoutAnyRectangleAreOneTargetOfUnknownClass() throws Exception {
        Path file =
                export(
                        annotation(
                                "\"completed_by\":7,",
                                point("a", "nose", 10, 10, ""),
                                point("b", "left_eye", 20, 20, ""),
                                point("c", "right_eye", 30, 30, "")));
        LabelSet labels = new LabelStudioFormat().read(file, "");
        assertThat(labels.schema().keypoints()).containsExactly("nose", "left_eye", "right_eye");
        assertThat(labels.schema().flip()).containsExactly(0, 2, 1);
        assertThat(labels.schema().classNames()).containsExactly("unknown");
        assertThat(labels.images().getFirst().size()).isEqualTo(new Size(200, 100));
        assertThat(labels.images().getFirst().targets().getFirst().annotator()).isEqualTo("7");
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("2:picture-missing", "2:class-missing");
    }

    @Test
    void ofSeveralAnnotationsTheGroundTruthIsReadAndTheOthersNamed() throws Exception {
        String first = annotation("", point("a", "TL", 10, 10, ""));
        String cancelled = annotation("\"was_cancelled\":true,", point("a", "TL", 20, 10, ""));
        String truth = annotation("\"ground_truth\":true,", point("a", "TL", 30, 10, ""));

        LabelSet labels =
                new LabelStudioFormat().read(export(first + "," + cancelled + "," + truth), "");

        assertThat(labels.images().getFirst().targets().getFirst().keypoints().getFirst().at().x())
                .isEqualTo(60);
        assertThat(Sources.refused(labels))
                .containsExactly("3:annotation-cancelled", "2:annotation-second");
    }

    @Test
    void aTurnedPictureIsRefused() throws Exception {
        Path file = export(annotation("", point("a", "TL", 10, 10, ",\"image_rotation\":90")));
        LabelSet labels = new LabelStudioFormat().read(file, "");
        assertThat(labels.targetCount()).isZero();
        assertThat(Sources.refused(labels)).containsExactly("3:picture-turned");
    }

    @Test
    void somethingElseThanAListOfTasksIsRefused() throws Exception {
        Path file = Sources.text(folder.resolve("a.json"), "{\"a\": 1}");
        assertThatThrownBy(() -> new LabelStudioFormat().read(file, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("[json-array]");
    }

    @Test
    void theKeypointFixtureComesIn() throws Exception {
        Path source = Shared.folder("data/fixtures/labelstudio__test_export_yolo");

        LabelSet labels = new LabelStudioFormat().read(source.resolve("data_keypoints.json"), "");

        assertThat(labels.schema().keypoints()).containsExactly("nose", "left_eye", "right_eye");
        LabelledImage image = labels.images().getFirst();
        assertThat(image.size()).isEqualTo(new Size(216, 174));
        assertThat(image.targets()).hasSize(1);
        assertThat(Sources.className(labels, image, 0)).isEqualTo("person");
        assertThat(image.targets().getFirst().annotator()).isEqualTo("sergei@heartex.test");
        assertThat(image.targets().getFirst().keypoints().getFirst().at().x())
                .isEqualTo(64.44444444444444 * 216 / 100);
        assertThat(image.targets().getFirst().keypoints().get(2).at().y())
                .isEqualTo(32.19858156028369 * 174 / 100);
        assertThat(Sources.refused(labels)).isEmpty();
    }

    @Test
    void exportsOfBoxesAndOutlinesHaveNothingToTakeIn() throws Exception {
        Path source = Shared.folder("data/fixtures/labelstudio__test_export_yolo");
        for (String name : new String[] {"data.json", "data_obb.json", "data_polygons.json"}) {
            LabelSet labels = new LabelStudioFormat().read(source.resolve(name), "");
            assertThat(labels.targetCount()).as(name).isZero();
            assertThat(Sources.refused(labels))
                    .as(name)
                    .isNotEmpty()
                    .allMatch(r -> r.matches("[1-9]\\d*:(no-keypoints|shape|annotation-second)"));
        }
    }
}
