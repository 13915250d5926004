package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.format.Decimal;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.geometry.Size;

/// Reads one CVAT file, images and tracks.
final class CvatFile {

    private final Path file;
    private final String annotator;
    private final Findings findings;
    private final XmlReader xml;
    private final CvatLabels labels;
    private final List<StatedPicture> pictures = new ArrayList<>();
    private final CvatFrames frames;
    private boolean recognised;
    private double width;
    private double height;

    private CvatFile(Path file, byte[] bytes, String annotator, Findings findings)
            throws FormatException {
        this.file = file;
        this.annotator = annotator;
        this.findings = findings;
        xml = new XmlReader(file, bytes);
        labels = new CvatLabels(file, xml, findings);
        frames = new CvatFrames(file, xml, findings, labels, annotator);
    }

    static AnnotationFile parse(Path file, byte[] bytes, String annotator, Findings findings)
            throws FormatException {
        return new CvatFile(file, bytes, annotator, findings).parse();
    }

    private AnnotationFile parse() throws FormatException {
        xml.document(root -> {
            recognised = root.equals("annotations");
            if (recognised) {
                xml.children(this::part);
            }
        });
        if (!recognised) {
            throw new FormatException(
                    Finding.of(
                            Severity.REFUSED, file, 1, "not-this-format", "cvat", "annotations"));
        }
        findings.attempt(
                file, () -> pictures.addAll(frames.pictures(StatedPicture.size(1, width, height))));
        return new AnnotationFile(labels.categories(), pictures);
    }

    private void part(String name) throws FormatException {
        switch (name) {
            case "meta", "task", "project", "job" -> xml.children(this::part);
            case "labels" -> {
                labels.read();
                labels.finish();
            }
            case "original_size" -> xml.children(this::side);
            case "image" -> image();
            case "track" -> frames.track();
            default -> {}
        }
    }

    private void side(String name) throws FormatException {
        double side = Decimal.parse(xml.text().strip()).orElse(0);
        switch (name) {
            case "width" -> width = side;
            case "height" -> height = side;
            default -> {}
        }
    }

    private void image() throws FormatException {
        int line = xml.line();
        String name = xml.attribute("name").orElse("");
        String subset = xml.attribute("subset").orElse("");
        double w = side(xml.attribute("width"));
        double h = side(xml.attribute("height"));
        CvatImage image = new CvatImage(file, xml, findings, labels, annotator);
        xml.children(image::shape);
        List<Skeleton> skeletons = image.skeletons();
        findings.attempt(
                file,
                () -> {
                    PicturePlaces.checked(line, name);
                    PicturePlaces.checked(line, subset + "_");
                    Optional<Size> size = StatedPicture.size(line, w, h);
                    pictures.add(
                            new StatedPicture(file, line, List.of(name), subset, size, skeletons));
                });
    }

    /// A stated side in px; 0 when it is left open, -1 when it is no number.
    private static double side(Optional<String> attribute) {
        return attribute.isEmpty() ? 0 : Decimal.parse(attribute.get()).orElse(-1);
    }
}
