package penumbra.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import penumbra.format.Finding.Severity;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;

/// Small label sources for tests, and short ways to look at what was read.
public final class Sources {

    private Sources() {}

    public static Path text(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /// `line:rule` of every refusal, in order.
    public static List<String> refused(LabelSet labels) {
        return rules(labels.findings(), Severity.REFUSED);
    }

    public static List<String> rules(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(f -> f.severity() == severity)
                .map(f -> f.line() + ":" + f.rule())
                .toList();
    }

    public static LabelledImage image(LabelSet labels, String fileName) {
        return labels.images().stream()
                .filter(i -> Path.of(i.path()).getFileName().toString().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    /// `x,y,v` of every keypoint.
    public static List<String> points(List<Keypoint> keypoints) {
        return keypoints.stream()
                .map(k -> k.at().x() + "," + k.at().y() + "," + k.visibility().code())
                .toList();
    }

    public static String className(LabelSet labels, LabelledImage image, int target) {
        return labels.schema().classNames().get(image.targets().get(target).classIndex());
    }
}
