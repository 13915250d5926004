package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.format.Finding;
import penumbra.format.TestPictures;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CocoExportTest {

    @TempDir Path root;

    @Test
    void writesAnnotationsOfEachSplit() throws Exception {
        Path project = root.resolve("project");
        for (String name : List.of("a1.png", "a2.png", "b1.png")) {
            TestPictures.write(project.resolve(name), 50, 40);
        }
        Target inside =
                Target.of(
                        3,
                        List.of(
                                Keypoint.visible(0.1, 10),
                                Keypoint.visible(12.5, 20),
                                Keypoint.visible(25, 20.25),
                                Keypoint.UNLABELLED),
                        Optional.of(new Box(1, 2, 3, 4)),
                        "");
        Target outside =
                Target.of(
                        0,
                        List.of(
                                Keypoint.visible(40, 10),
                                Keypoint.visible(40, 20),
                                Keypoint.visible(60, 20),
                                Keypoint.visible(60, 10)),
                        Optional.empty(),
                        "");
        ExportReport report =
                new CocoExport()
                        .export(
                                Project.of(
                                        Schema.ARMOR_PLATE,
                                        List.of(
                                                image(1, "a1.png", inside),
                                                image(2, "a2.png", inside, outside),
                                                image(3, "b1.png", outside))),
                                project,
                                root.resolve("out"),
                                ExportOptions.DEFAULTS.withOutside(OutsideRule.CLAMP));
        assertThat(report.splits().get(Split.VAL).pictures()).isEqualTo(1);
        assertThat(root.resolve("out/images/val/b1.png"))
                .hasSameBinaryContentAs(project.resolve("b1.png"));
        JsonNode train = json("train");
        assertThat(train.at("/images/1"))
                .isEqualTo(parse("{\"id\":2,\"file_name\":\"a2.png\",\"width\":50,\"height\":40}"));
        assertThat(train.at("/annotations").size()).isEqualTo(3);
        assertThat(train.at("/annotations/0"))
                .isEqualTo(
                        parse(
                                "{\"id\":1,\"image_id\":1,\"category_id\":4,\"iscrowd\":0,\"area\":12.0,\"bbox\":[1.0,2.0,3.0,4.0],\"num_keypoints\":3,"
                                        + "\"keypoints\":[0.1,10.0,2,12.5,20.0,2,25.0,20.25,2,0.0,0.0,0]}"));
        assertThat(train.at("/annotations/2/keypoints"))
                .isEqualTo(parse("[40.0,10.0,2,40.0,20.0,2,50.0,20.0,1,50.0,10.0,1]"));
        assertThat(train.at("/annotations/2/bbox")).isEqualTo(parse("[40.0,10.0,10.0,10.0]"));
        assertThat(train.at("/categories").size()).isEqualTo(16);
        assertThat(train.at("/categories/3"))
                .isEqualTo(
                        parse(
                                "{\"id\":4,\"name\":\"B3\",\"keypoints\":[\"TL\",\"BL\",\"BR\",\"TR\"],\"skeleton\":[[1,2],[3,4]]}"));
        assertThat(json("val").at("/annotations/0/image_id").asInt()).isEqualTo(1);
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("export-moved", "export-moved");
    }

    private static LabelledImage image(long id, String path, Target... targets) {
        return new LabelledImage(
                id, path, new Size(50, 40), List.of(targets), LabelState.LABELLED, "");
    }

    private JsonNode json(String split) {
        return JsonMapper.shared().readTree(root.resolve("out/annotations/" + split + ".json"));
    }

    private static JsonNode parse(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
