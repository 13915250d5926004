package penumbra.format.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import penumbra.format.yolo.KeypointShape;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// The lines of a YOLO pose label file. A number is the shortest decimal that reads back as the
/// same coordinate.
public final class YoloPoseText {

    private static final String ABSENT = " -0.005 -0.005";

    private YoloPoseText() {}

    /// The label file of a picture, `x y v` for every keypoint; endpoints outside the picture by
    /// [OutsideRule#HIDE].
    ///
    /// @param targets picture px
    public static byte[] label(List<Target> targets, Schema schema, Size size) {
        OutsideCut cut = new OutsideCut(size, schema.edges(), OutsideRule.HIDE);
        List<ExportTarget> inside =
                targets.stream().map(cut::apply).flatMap(r -> r.target().stream()).toList();
        return lines(inside, size, 3);
    }

    /// The `data.yaml` of a data set with `x y v` for every keypoint.
    public static byte[] dataYaml(Schema schema) {
        return DataYamlText.of(schema, new KeypointShape(schema.keypointCount(), 3));
    }

    static byte[] lines(List<ExportTarget> targets, Size size, int dimensions) {
        StringBuilder lines = new StringBuilder();
        for (ExportTarget target : targets) {
            lines.append(line(target, size, dimensions)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(ExportTarget target, Size size, int dimensions) {
        StringJoiner line = new StringJoiner(" ");
        line.add(Integer.toString(target.classIndex()));
        line.add(PlainNumber.share(target.box().centreX(), size.width()));
        line.add(PlainNumber.share(target.box().centreY(), size.height()));
        line.add(PlainNumber.share(target.box().width(), size.width()));
        line.add(PlainNumber.share(target.box().height(), size.height()));
        StringBuilder text = new StringBuilder(line.toString());
        for (Keypoint point : target.keypoints()) {
            if (dimensions == 2 && !point.labelled()) {
                text.append(ABSENT);
                continue;
            }
            text.append(' ').append(PlainNumber.share(point.at().x(), size.width()));
            text.append(' ').append(PlainNumber.share(point.at().y(), size.height()));
            if (dimensions == 3) {
                text.append(' ').append(point.visibility().code());
            }
        }
        return text.toString();
    }
}
