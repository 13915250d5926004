package penumbra.format.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.Shared;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.Sources;
import penumbra.format.TestPictures;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Schema.Edge;

class DatumaroFormatTest {

    private static final String ITEMS =
            """
            {"items": [{"id": "a", "image": {"path": "a.png", "size": [32, 64]}, "annotations": [
              {"type": "skeleton", "label_id": 0, "points": [1.5, 2, 2, 3, -4, 1]},
              {"type": "skeleton", "label_id": 0, "elements": [
                {"type": "points", "label_id": 2, "points": [5, 6], "visibility": [1]},
                {"type": "points", "label_id": 1, "points": [7, 8], "visibility": [0]}]},
              {"type": "bbox", "label_id": 3, "bbox": [1, 2, 3, 4]},
              {"type": "skeleton", "label_id": 3, "points": [1, 2, 2]},
              {"type": "skeleton", "label_id": 9, "points": [1, 2, 2]},
              {"type": "skeleton", "label_id": 0, "points": [1, 2, 2]},
              {"type": "skeleton", "label_id": 0, "points": [1, 2]}]}],
             "categories": {"label": {"labels": [
               {"name": "bar"}, {"name": "top"}, {"name": "bottom"}, {"name": "car"}]},
               "points": {"items": [
                 {"label_id": 0, "labels": ["top", "bottom"], "joints": [[1, 2]]}]}}}
            """;

    @TempDir Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void skeletonsComeInFromRowsAndFromElements() throws Exception {
        Path picture = TestPictures.write(folder.resolve("images/train/a.png"), 64, 32);
        Sources.text(folder.resolve("annotations/train.json"), ITEMS);

        LabelSet labels = new DatumaroFormat().read(folder, "Ann");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.path()).isEqualTo(picture.toString());
        assertThat(labels.schema().keypoints()).containsExactly("top", "bottom");
        assertThat(labels.schema().edges()).containsExactly(new Edge(0, 1));
        assertThat(labels.schema().classNames()).containsExactly("bar");
        assertThat(Sources.points(image.targets().get(0).keypoints()))
                .containsExactly("1.5,2.0,2", "3.0,-4.0,1");
        assertThat(Sources.points(image.targets().get(1).keypoints()))
                .containsExactly("0.0,0.0,0", "5.0,6.0,1");
        assertThat(image.targets()).hasSize(2);
        assertThat(Sources.refused(labels))
                .containsExactly(
                        "6:shape",
                        "7:no-keypoints",
                        "8:category-unknown",
                        "9:keypoint-count",
                        "10:keypoint-triples");
    }

    @Test
    void anItemWithoutPathIsThePictureOfItsId() throws Exception {
        Path picture = TestPictures.write(folder.resolve("images/train/a.jpg"), 64, 32);
        Path file =
                Sources.text(folder.resolve("annotations/train.json"), ITEMS.replace("a.png", ""));
        LabelSet labels = new DatumaroFormat().read(file, "");
        assertThat(labels.images().getFirst().path()).isEqualTo(picture.toString());
    }

    @Test
    void aFileWithoutItemsIsAnotherFormat() throws Exception {
        Path file = Sources.text(folder.resolve("a.json"), "{\"images\": []}");
        assertThatThrownBy(() -> new DatumaroFormat().read(file, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("[not-this-format]");
    }

    @Test
    void theSkeletonFixtureComesIn() throws Exception {
        LabelSet labels =
                new DatumaroFormat()
                        .read(Shared.folder("data/fixtures/datumaro__with_skeleton"), "");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.size()).isEqualTo(new Size(6, 10));
        assertThat(image.path()).endsWith("images/default/100.jpg");
        assertThat(labels.schema().keypoints())
                .containsExactly("point1-label", "point3-label", "point2-label");
        assertThat(labels.schema().edges()).containsExactly(new Edge(1, 2), new Edge(0, 1));
        assertThat(Sources.className(labels, image, 0)).isEqualTo("skeleton-label");
        assertThat(Sources.points(image.targets().getFirst().keypoints()))
                .containsExactly("0.9,3.53,2", "2.45,7.6,2", "5.2,2.5,2");
        assertThat(labels.findings()).isEmpty();
    }
}
