package penumbra.format.skeleton;

import java.util.List;
import java.util.OptionalInt;
import penumbra.format.Findings;
import penumbra.format.Seed;

/// Good files of the annotation tools, to be mutated.
public final class SkeletonSeeds {

    public static final List<Seed> ALL =
            List.of(
                    annotations(
                            "coco",
                            CocoFile::parse,
                            """
                            {"images": [{"id": 7, "file_name": "a.png", "width": 64, "height": 32}],
                             "categories": [{"id": 2, "name": "R3", "skeleton": [[1, 2]],
                              "keypoints": ["TL", "BL"]}, {"id": 3, "name": "car"}],
                             "annotations": [{"id": 1, "image_id": 7, "category_id": 2,
                              "bbox": [1.5, 2, 3, 4], "keypoints": [10.25, 20.5, 2, 10, 30, 1]},
                             {"id": 2, "image_id": 7, "category_id": 3, "iscrowd": 1,
                              "segmentation": [[1, 2]], "keypoints": [1, 1, 2]}]}
                            """),
                    annotations(
                            "cvat",
                            CvatFile::parse,
                            """
                            <?xml version="1.0" encoding="utf-8"?><annotations><meta><labels>
                            <label><name>R3</name></label><label><name>TL</name><parent>R3</parent>
                            </label><label><name>BL</name><parent>R3</parent></label></labels>
                            <original_size><width>64</width><height>32</height></original_size></meta>
                            <image id="0" name="a.png" width="64" height="32">
                            <skeleton label="R3" group_id="5"><points label="BL" outside="0"
                            occluded="1" points="10.25,-3.5"/><points label="TL" points="1,2"/>
                            </skeleton><box label="R3" group_id="5" xtl="1" ytl="2" xbr="4" ybr="6"/>
                            </image><track label="R3"><skeleton frame="1" outside="0"/>
                            <track label="TL"><points frame="1" points="1,2"/></track></track>
                            </annotations>
                            """),
                    annotations(
                            "labelme",
                            LabelMeFile::parse,
                            """
                            {"imagePath": "..\\\\a.png", "imageWidth": 64, "imageHeight": 32,
                             "imageData": "aGVsbG8=", "shapes": [
                             {"label": "TL", "points": [[10, -2]], "group_id": 1, "shape_type": "point"},
                             {"label": "R3", "points": [[4, 1], [8, 3]], "group_id": 1,
                              "shape_type": "rectangle"},
                             {"label": "B1", "points": [[1, 2], [1, 6], [9, 6], [9, 2]]}]}
                            """),
                    annotations(
                            "label-studio",
                            LabelStudioFile::parse,
                            """
                            [{"data": {"image": "/data/upload/3/0a1b2c3d-a.png"}, "annotations": [
                             {"completed_by": {"id": 1}, "result": [
                             {"id": "p", "type": "keypointlabels", "original_width": 200,
                              "original_height": 100, "image_rotation": 0, "parentID": "r",
                              "value": {"x": 1.5, "y": 2, "keypointlabels": ["TL"]}},
                             {"id": "r", "type": "rectanglelabels", "original_width": 200,
                              "original_height": 100, "value": {"x": 1, "y": 2, "width": 20,
                              "height": 30, "rotation": 0, "rectanglelabels": ["R3"]}},
                             {"type": "relation", "from_id": "p", "to_id": "r"}]}]}]
                            """),
                    annotations(
                            "datumaro",
                            DatumaroFile::parse,
                            """
                            {"categories": {"label": {"labels": [{"name": "R3"}, {"name": "TL"}]},
                             "points": {"items": [{"label_id": 0, "labels": ["TL"],
                              "joints": [[1, 1]]}]}}, "items": [{"id": "a",
                             "image": {"path": "a.png", "size": [32, 64]}, "annotations": [
                             {"type": "skeleton", "label_id": 0, "points": [1.5, 2, 2]},
                             {"type": "skeleton", "label_id": 0, "elements": [
                              {"label_id": 1, "points": [5, 6], "visibility": [1]}]}]}]}
                            """));

    private SkeletonSeeds() {}

    private static Seed annotations(String format, AnnotationSource.Parser parser, String content) {
        return new Seed(
                format,
                (file, bytes) -> {
                    Findings findings = new Findings();
                    AnnotationFile read = parser.parse(file, bytes, "", findings);
                    return new SkeletonSource(List.of(read), OptionalInt.of(4), findings)
                            .labelSet()
                            .findings();
                },
                content);
    }
}
