package penumbra.format.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

class CvatFormatTest {

    private static final String LABELS =
            """
            <label><name>R3</name><type>skeleton</type>
             <svg>&lt;line data-node-from="7" data-node-to="8"&gt;&lt;circle data-node-id="7"
              data-label-name="TL"&gt;&lt;circle data-node-id="8" data-label-name="BL"&gt;</svg>
            </label>
            <label><name>TL</name><type>points</type><parent>R3</parent></label>
            <label><name>BL</name><type>points</type><parent>R3</parent></label>
            """;
    private static final String IMAGES =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <annotations><meta><task><labels>
            %s</labels></task></meta>
            <image id="0" name="a.png" width="64" height="32">
            <skeleton label="R3" group_id="5">
            <points label="BL" outside="0" occluded="1" points="10.25,-3.5"></points>
            <points label="TL" outside="0" occluded="0" points="1e1,20"></points>
            </skeleton>
            <skeleton label="R3"><points label="TL" points="1,2"/></skeleton>
            <skeleton label="R3"><points label="TL" outside="1" points="1,2"/>\
            <points label="BL" points="3,4"/></skeleton>
            <box label="R3" group_id="5" xtl="1.5" ytl="2" xbr="4" ybr="6"/>
            <box label="car" xtl="1.5" ytl="2" xbr="4" ybr="6"/>
            <polygon label="car" points="1,2;3,4"/>
            <skeleton label="R3"><points label="XX" points="1,2"/></skeleton>
            <skeleton label="R3"><points label="TL" points="1,2"/><points label="TL" points="1,2"/></skeleton>
            <skeleton label="R3"><points label="TL" points="1;2"/></skeleton>
            <skeleton label="R3"></skeleton>
            </image></annotations>
            """
                    .formatted(LABELS);

    @TempDir Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void skeletonsComeInByTheNamesOfTheirPointsAndOtherShapesAreRefused() throws Exception {
        TestPictures.write(folder.resolve("images/a.png"), 64, 32);
        Path file = Sources.text(folder.resolve("a.xml"), IMAGES);

        LabelSet labels = new CvatFormat().read(file, "Ann");

        LabelledImage image = labels.images().getFirst();
        assertThat(labels.schema().keypoints()).containsExactly("TL", "BL");
        assertThat(labels.schema().classNames()).containsExactly("R3");
        assertThat(labels.schema().edges()).containsExactly(new Edge(0, 1));
        assertThat(image.targets()).hasSize(3);
        assertThat(Sources.points(image.targets().get(0).keypoints()))
                .containsExactly("10.0,20.0,2", "10.25,-3.5,1");
        assertThat(image.targets().get(0).box()).hasValue(new Box(1.5, 2, 2.5, 4));
        assertThat(Sources.points(image.targets().get(1).keypoints()))
                .containsExactly("1.0,2.0,2", "0.0,0.0,0");
        assertThat(Sources.points(image.targets().get(2).keypoints()))
                .containsExactly("0.0,0.0,0", "3.0,4.0,2");
        assertThat(Sources.refused(labels))
                .containsExactlyInAnyOrder(
                        "18:no-keypoints",
                        "19:shape",
                        "20:keypoint-name",
                        "21:point-twice",
                        "22:point-pair",
                        "23:no-keypoints");
    }

    @Test
    void aTrackIsTakenFrameByFrameAndEndsWhereItIsOutside() throws Exception {
        Path picture = TestPictures.write(folder.resolve("images/frame_000001.png"), 64, 32);
        Path file =
                Sources.text(
                        folder.resolve("a.xml"),
                        """
                        <annotations><meta><task><labels>%s</labels><original_size>
                        <width>64</width><height>32</height></original_size></task></meta>
                        <track label="R3"><skeleton frame="1" outside="0"/>
                        <skeleton frame="2" outside="0"/><skeleton frame="3" outside="1"/>
                        <track label="TL"><points frame="1" outside="0" occluded="0" points="1,2"/>
                        <points frame="2" outside="0" occluded="1" points="3,4"/></track>
                        <track label="BL"><points frame="1" outside="0" occluded="0" points="5,6"/>
                        <points frame="2" outside="1" points="5,6"/></track></track>
                        <track label="R3"><skeleton frame="2"><points label="BL" points="7,8"/>\
                        </skeleton><skeleton frame="x"/></track>
                        <track label="car"><box frame="1" outside="0" xtl="1"/>
                        <box frame="2" outside="1" xtl="1"/></track></annotations>
                        """
                                .formatted(LABELS));

        LabelSet labels = new CvatFormat().read(file, "");

        assertThat(labels.images()).hasSize(2);
        LabelledImage first = Sources.image(labels, "frame_000001.png");
        assertThat(first.path()).isEqualTo(picture.toString());
        assertThat(Sources.points(first.targets().getFirst().keypoints()))
                .containsExactly("1.0,2.0,2", "5.0,6.0,2");
        LabelledImage second = Sources.image(labels, "frame_000002.png");
        assertThat(second.size()).isEqualTo(new Size(64, 32));
        assertThat(second.targets()).hasSize(2);
        assertThat(Sources.points(second.targets().get(0).keypoints()))
                .containsExactly("3.0,4.0,1", "0.0,0.0,0");
        assertThat(Sources.points(second.targets().get(1).keypoints()))
                .containsExactly("0.0,0.0,0", "7.0,8.0,2");
        assertThat(Sources.refused(labels)).containsExactly("15:frame", "16:shape");
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("10:picture-missing");
    }

    @Test
    void aFrameWhoseSkeletonIsRefusedGivesNoPicture() throws Exception {
        Path file =
                Sources.text(
                        folder.resolve("a.xml"),
                        "<annotations><track label=\"R3\">\n<skeleton frame=\"4\"/></track>"
                                + "</annotations>");
        LabelSet labels = new CvatFormat().read(file, "");
        assertThat(labels.images()).isEmpty();
        assertThat(Sources.refused(labels)).containsExactly("2:no-keypoints");
    }

    @Test
    void aDocumentTypeIsRefusedWhateverItDeclares() throws Exception {
        Path secret = Sources.text(folder.resolve("secret"), "R3");
        String doctype =
                """
                <!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">
                <!ENTITY lol3 "&lol2;&lol2;&lol2;"><!ENTITY x SYSTEM "%s">]>
                """
                        .formatted(secret.toUri());
        for (String reference : new String[] {"&lol3;", "&x;", ""}) {
            Path file =
                    Sources.text(
                            folder.resolve("a.xml"),
                            doctype + "<annotations>" + reference + "</annotations>");
            assertThatThrownBy(() -> new CvatFormat().read(file, ""))
                    .isInstanceOf(FormatException.class)
                    .hasMessageEndingWith("[xml-doctype]");
        }
    }

    @Test
    void utf8WithMarkAndUtf16AreReadAndAWrongByteIsNamed() throws Exception {
        for (String content : new String[] {IMAGES, "\uFEFF" + IMAGES}) {
            Path file = Sources.text(folder.resolve("a.xml"), content);
            assertThat(new CvatFormat().read(file, "").targetCount()).isEqualTo(3);
        }
        Path wide = folder.resolve("wide.xml");
        Files.write(wide, IMAGES.replace("utf-8", "utf-16").getBytes(StandardCharsets.UTF_16));
        assertThat(new CvatFormat().read(wide, "").targetCount()).isEqualTo(3);
        Path latin = folder.resolve("latin.xml");
        Files.write(latin, IMAGES.replace("car", "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new CvatFormat().read(latin, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("[xml-encoding]");
    }

    @Test
    void theImageFixtureComesIn() throws Exception {
        Path source = Shared.folder("data/fixtures/datumaro__cvat_xml/for_images");

        LabelSet labels = new CvatFormat().read(source, "");

        assertThat(labels.schema().keypoints()).containsExactly("1", "2", "3", "4");
        assertThat(labels.schema().classNames()).containsExactly("skeleton");
        assertThat(labels.schema().edges()).containsExactly(new Edge(2, 1), new Edge(0, 3));
        assertThat(
                        Sources.points(
                                Sources.image(labels, "img0.jpg").targets().getFirst().keypoints()))
                .containsExactly("0.0,0.0,0", "2.0,2.0,2", "3.0,3.0,2", "4.0,4.0,2");
        assertThat(
                        Sources.points(
                                Sources.image(labels, "img1.jpg").targets().getFirst().keypoints()))
                .containsExactly("3.0,3.0,2", "4.0,4.0,2", "0.0,0.0,0", "6.0,6.0,2");
        assertThat(labels.targetCount()).isEqualTo(2);
        assertThat(Sources.refused(labels))
                .extracting(r -> r.replaceAll(".*:", ""))
                .containsExactly("no-keypoints", "shape", "shape", "shape");
    }

    @Test
    void theVideoFixtureComesInFrameByFrame() throws Exception {
        Path source = Shared.folder("data/fixtures/datumaro__cvat_xml/for_video");

        LabelSet labels = new CvatFormat().read(source, "");

        assertThat(labels.images())
                .extracting(i -> Path.of(i.path()).getFileName().toString())
                .containsExactly("frame_000010.png", "frame_000013.png", "frame_000016.png");
        assertThat(
                        Sources.points(
                                Sources.image(labels, "frame_000010.png")
                                        .targets()
                                        .getFirst()
                                        .keypoints()))
                .containsExactly(
                        "48.8,111.77,2", "48.8,156.28,2", "83.27,106.61,2", "89.11,159.91,2");
        assertThat(
                        Sources.points(
                                Sources.image(labels, "frame_000016.png")
                                        .targets()
                                        .getFirst()
                                        .keypoints()))
                .containsExactly("48.8,111.77,2", "48.8,156.28,2", "0.0,0.0,0", "89.11,159.91,2");
        assertThat(Sources.refused(labels))
                .extracting(r -> r.replaceAll(".*:", ""))
                .containsExactly("shape", "shape", "shape");
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .extracting(r -> r.replaceAll(".*:", ""))
                .containsExactly("picture-missing");
    }

    @Test
    void ofPensAndMiceThePensComeInBecauseThereAreMore() throws Exception {
        Path source = Shared.folder("data/fixtures/santiagocpineiro__cvat_pose");

        LabelSet labels = new CvatFormat().read(source.resolve("annotations.xml"), "");

        assertThat(labels.schema().keypoints()).containsExactly("1", "2", "3", "4");
        assertThat(labels.schema().classNames()).containsExactly("pen_skeleton");
        assertThat(labels.images()).hasSize(2);
        assertThat(labels.targetCount()).isEqualTo(3);
        LabelledImage first = Sources.image(labels, "IMG_20231113_115448_218.jpg");
        assertThat(first.size()).isEqualTo(new Size(6000, 8000));
        assertThat(Sources.points(first.targets().getFirst().keypoints()))
                .containsExactly(
                        "2342.4,3699.72,1",
                        "2536.38,3843.55,2",
                        "2808.14,4299.04,2",
                        "3247.61,4970.28,2");
        assertThat(labels.findings())
                .filteredOn(f -> f.severity() == Severity.REFUSED)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "no-keypoints",
                        "no-keypoints",
                        "no-keypoints",
                        "no-keypoints",
                        "keypoint-count");
    }

    @Test
    void skeletonsOfLabelsThatAreNotDeclaredAreKnownByTheirPoints() throws Exception {
        Path source = Shared.folder("data/fixtures/dagshub_converter/cvat/res");

        LabelSet labels = new CvatFormat().read(source.resolve("pose_grouping.xml"), "");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.targets()).hasSize(2);
        assertThat(Sources.className(labels, image, 0)).isEqualTo("Pointy_3");
        assertThat(Sources.className(labels, image, 1)).isEqualTo("Pointy_misc");
        assertThat(image.targets().get(0).keypoints().getLast().at().x()).isEqualTo(1508.13);
        assertThat(image.targets().get(0).box().orElseThrow().x()).isEqualTo(1337.91);
        assertThat(image.targets().get(1).box()).isEmpty();
        assertThat(Sources.refused(labels)).hasSize(7);
    }

    @Test
    void theSevenPointSkeletonComesInAndItsNeighboursAreRefused() throws Exception {
        Path source = Shared.folder("data/fixtures/dagshub_converter/fs_import/cvat");

        LabelSet labels = new CvatFormat().read(source, "");

        assertThat(labels.schema().keypointCount()).isEqualTo(7);
        assertThat(labels.targetCount()).isEqualTo(1);
        assertThat(labels.images()).hasSize(1);
        assertThat(labels.images().getFirst().targets().getFirst().keypoints().getFirst().at().x())
                .isEqualTo(797.51);
        assertThat(Sources.refused(labels)).hasSize(9);
    }

    @Test
    void aVideoOfBoxesHasNothingToTakeIn() throws Exception {
        Path source = Shared.folder("data/fixtures/dagshub_converter/cvat_video/res");
        LabelSet labels = new CvatFormat().read(source, "");
        assertThat(labels.images()).isEmpty();
        assertThat(Sources.refused(labels)).hasSize(9).allMatch(r -> r.endsWith(":shape"));
    }
}
