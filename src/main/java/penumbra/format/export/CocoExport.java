package penumbra.format.export;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.format.FormatException;
import penumbra.format.Progress;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;
import penumbra.model.LabelClass;
import penumbra.model.Project;
import penumbra.model.Schema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// COCO keypoints: `annotations/train.json` and `annotations/val.json` beside `images/`.
///
/// Coordinates are picture px at full precision, `bbox` is left, top, width and height, `area` the
/// area of the box (nothing else is known), category ids and the indices of `skeleton` count from
/// 1, `file_name` is relative to `images/train` or `images/val`.
public final class CocoExport implements ExportFormat {

    @Override
    public String id() {
        return "coco";
    }

    @Override
    public ExportReport export(
            Project project,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            Progress progress)
            throws FormatException {
        return writer(projectFolder, destination, options).write(project, progress);
    }

    @Override
    public ExportReport preview(
            Project project,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            Progress progress)
            throws FormatException {
        return writer(projectFolder, destination, options).preview(project, progress);
    }

    private DatasetWriter writer(Path projectFolder, Path destination, ExportOptions options) {
        return new DatasetWriter(
                id(), projectFolder, destination, options, (plan, _) -> texts(plan));
    }

    private static Map<String, byte[]> texts(ExportPlan plan) {
        Map<String, byte[]> texts = new TreeMap<>();
        for (Split split : Split.values()) {
            List<ExportPlan.Picture> part =
                    plan.pictures().stream().filter(p -> p.split() == split).toList();
            texts.put("annotations/" + split.id() + ".json", json(plan.schema(), part));
        }
        return texts;
    }

    private static byte[] json(Schema schema, List<ExportPlan.Picture> pictures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("images");
            for (int i = 0; i < pictures.size(); i++) {
                image(json, i + 1, pictures.get(i));
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("annotations");
            int id = 1;
            for (int i = 0; i < pictures.size(); i++) {
                for (ExportTarget target : pictures.get(i).targets()) {
                    annotation(json, id++, i + 1, target);
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("categories");
            for (int c = 0; c < schema.classes().size(); c++) {
                category(json, c + 1, schema.classes().get(c), schema);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void image(JsonGenerator json, int id, ExportPlan.Picture picture) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeStringProperty("file_name", picture.name());
        json.writeNumberProperty("width", picture.image().size().width());
        json.writeNumberProperty("height", picture.image().size().height());
        json.writeEndObject();
    }

    private static void annotation(JsonGenerator json, int id, int imageId, ExportTarget target) {
        Box box = target.box();
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeNumberProperty("image_id", imageId);
        json.writeNumberProperty("category_id", target.classIndex() + 1);
        json.writeNumberProperty("iscrowd", 0);
        json.writeNumberProperty("area", box.area());
        json.writeArrayPropertyStart("bbox");
        for (double value : new double[] {box.x(), box.y(), box.width(), box.height()}) {
            json.writeNumber(value);
        }
        json.writeEndArray();
        json.writeNumberProperty(
                "num_keypoints",
                (int) target.keypoints().stream().filter(Keypoint::labelled).count());
        json.writeArrayPropertyStart("keypoints");
        for (Keypoint point : target.keypoints()) {
            json.writeNumber(point.at().x());
            json.writeNumber(point.at().y());
            json.writeNumber(point.visibility().code());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void category(JsonGenerator json, int id, LabelClass c, Schema schema) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeStringProperty("name", c.name());
        json.writeArrayPropertyStart("keypoints");
        schema.keypoints().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("skeleton");
        for (Schema.Edge edge : schema.edges()) {
            json.writeArray(new int[] {edge.from() + 1, edge.to() + 1}, 0, 2);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
