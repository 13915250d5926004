package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.Shared;
import penumbra.format.Finding;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.TestPictures;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Label files that other tools wrote.
class YoloPoseFixturesTest {

    private static final String DAGSHUB = "data/fixtures/dagshub_converter/fs_import/yolo/res";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"datumaro__yolov8_pose, 3", "datumaro__yolov8_pose_two_values, 2"})
    void datumaro(String name, int dimensions) throws Exception {
        LabelSet set = read(Shared.folder("data/fixtures/" + name));
        assertThat(set.declared()).isTrue();
        assertThat(set.schema().classNames()).containsExactly("skeleton_label");
        assertThat(set.schema().keypointCount()).isEqualTo(3);
        assertThat(set.findings()).isEmpty();
        LabelledImage image = set.images().getFirst();
        assertThat(image.size()).isEqualTo(new Size(15, 10));
        Target target = image.targets().getFirst();
        assertThat(target.keypoints())
                .containsExactly(
                        Keypoint.visible(0.1 * 15, 0.2 * 10),
                        Keypoint.visible(0.3 * 15, 0.4 * 10),
                        Keypoint.visible(0.5 * 15, 0.6 * 10));
        assertThat(target.box()).contains(Box.centred(0.133333 * 15, 3, 0.266667 * 15, 2));
    }

    @ParameterizedTest
    @CsvSource({"2, VISIBLE", "3, OCCLUDED"})
    void dagshub(int dimensions, Visibility first) throws Exception {
        Path source = Shared.folder(DAGSHUB);
        copy(source.resolve("pose_" + dimensions + "dim.yaml"), "data.yaml");
        copy(source.resolve("data/images/testimg.png"), "data/images/testimg.png");
        copy(
                source.resolve("data/labels_pose_" + dimensions + "dim/testimg.txt"),
                "data/labels/testimg.txt");
        LabelSet set = read(folder);
        assertThat(set.declared()).isTrue();
        assertThat(set.schema().classNames()).containsExactly("dog", "cat");
        assertThat(set.findings()).isEmpty();
        List<Target> targets = set.images().getFirst().targets();
        assertThat(targets).extracting(Target::classIndex).containsExactly(0, 1);
        assertThat(targets.get(1).keypoints().getFirst())
                .isEqualTo(new Keypoint(new Point(0.6 * 640, 0.6 * 480), first));
        Keypoint second = targets.get(1).keypoints().get(1);
        assertThat(second.at()).isEqualTo(new Point(0.7 * 640, 0.7 * 480));
        assertThat(second.labelled()).isEqualTo(dimensions == 2);
    }

    @ParameterizedTest
    @CsvSource({"labels_pose_2dim, 2", "labels_pose_3dim, 2", "empty, 0"})
    void dagshubByLabelFileAlone(String labels, int targets) throws Exception {
        LabelSet set = read(Shared.folder(DAGSHUB + "/data/" + labels + "/testimg.txt"));
        assertThat(set.targetCount()).isEqualTo(targets);
        assertThat(set.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"labels_bbox, 2, 5 columns", "labels_segmentation, 3, 9 columns"})
    void boxesAndPolygonsAreRefusedWithTheReason(String labels, int lines, String reason)
            throws Exception {
        LabelSet set = read(Shared.folder(DAGSHUB + "/data/" + labels + "/testimg.txt"));
        assertThat(set.targetCount()).isZero();
        assertThat(set.findings())
                .hasSize(lines)
                .extracting(Finding::rule)
                .containsOnly("yolo-bare-columns");
        assertThat(set.findings().getFirst().message()).startsWith(reason).contains("kpt_shape");
    }

    @Test
    void aDataYamlWithoutKeypointsIsRefused() {
        Path yaml = Shared.folder(DAGSHUB + "/bbox_and_segmentation.yaml");
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.finding().rule()).isEqualTo("yolo-yaml-shape"));
    }

    @Test
    void santiagoNeedsItsShape() throws Exception {
        Path source = Shared.folder("data/fixtures/santiagocpineiro__cvat_pose");
        for (String name : List.of("IMG_20231113_115448_218", "IMG_20231113_120234_188")) {
            copy(source.resolve("out/" + name + ".txt"), "labels/" + name + ".txt");
            TestPictures.write(folder.resolve("images/" + name + ".png"), 300, 400);
        }
        LabelSet bare = read(folder);
        assertThat(bare.targetCount()).isZero();
        assertThat(bare.findings())
                .extracting(Finding::line, Finding::rule)
                .containsExactly(
                        tuple(1, "yolo-bare-columns"),
                        tuple(2, "yolo-bare-columns"),
                        tuple(1, "yolo-bare-columns"),
                        tuple(2, "yolo-bare-columns"));
        Files.writeString(
                folder.resolve("data.yaml"),
                "train: images\nkpt_shape: [10, 3]\nnames: {0: pen, 1: mouse}\n");
        LabelSet set = read(folder);
        assertThat(set.findings()).isEmpty();
        assertThat(set.images()).extracting(i -> i.targets().size()).containsExactly(2, 2);
        Target mouse = set.images().getFirst().targets().getFirst();
        assertThat(mouse.classIndex()).isEqualTo(1);
        assertThat(mouse.labelledPoints()).hasSize(4);
        assertThat(mouse.keypoints().get(4))
                .isEqualTo(Keypoint.visible(0.6386666666666667 * 300, 0.48475 * 400));
    }

    @Test
    void santiagosYamlIsRefusedBecauseItsNamesAreNotIndented() {
        Path yaml = Shared.folder("data/fixtures/santiagocpineiro__cvat_pose/config.yaml");
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.finding().rule()).isEqualTo("yolo-yaml-names"));
    }

    @Test
    void blueOutpost() throws Exception {
        LabelSet set = read(Shared.folder("data/real/pylabel_blue_outpost"));
        assertThat(set.declared()).isFalse();
        assertThat(set.findings()).isEmpty();
        assertThat(set.images()).hasSize(5).allMatch(i -> i.size().equals(new Size(1280, 1024)));
        assertThat(set.images()).allMatch(i -> i.targets().size() == 1);
        Target first = set.images().getFirst().targets().getFirst();
        assertThat(set.schema().classNames().get(first.classIndex())).isEqualTo("BO");
        assertThat(first.keypoints().getFirst())
                .isEqualTo(Keypoint.visible(0.4495295124037638 * 1280, 0.20689655172413793 * 1024));
    }

    @Test
    void nineColumnLabelsAreRefused() throws Exception {
        LabelSet set = read(Shared.folder("data/real/low_exposure_arena"));
        assertThat(set.images()).hasSize(61);
        assertThat(set.targetCount()).isZero();
        assertThat(set.findings())
                .hasSize(105)
                .extracting(Finding::rule)
                .containsOnly("yolo-bare-columns");
    }

    private void copy(Path source, String name) throws Exception {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(source, target);
    }

    private static LabelSet read(Path source) throws FormatException {
        return new YoloPoseFormat().read(source, "someone");
    }
}
