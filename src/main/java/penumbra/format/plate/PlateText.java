package penumbra.format.plate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.SourceFiles;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Reads a source in one of the RoboMaster text forms.
///
/// Coordinates: normalised in the file, value times picture side in picture px. Byte-order mark,
/// CRLF, tabs and blank lines are fine. A line that breaks a rule is refused and the rest read on;
/// a label file without picture is refused as a whole, since the size is not known. A text file
/// without picture and without any line of two numbers is no label file and passed over with a
/// note.
final class PlateText {

    private static final long MAX_BYTES = 1 << 24;

    private PlateText() {}

    static LabelSet read(Path source, PlateLayout layout, String annotator) throws FormatException {
        Findings findings = new Findings();
        List<LabelledImage> images = new ArrayList<>();
        for (LabelPair pair : LabelPair.of(source, findings)) {
            image(pair, layout, annotator, findings).ifPresent(images::add);
        }
        return new LabelSet(layout.schema(), false, images, findings.list());
    }

    /// The good lines of a file; every other line that is not blank is refused.
    static List<PlateLine> lines(Path file, byte[] bytes, PlateLayout layout, Findings findings)
            throws FormatException {
        List<PlateLine> plates = new ArrayList<>();
        int count = 0;
        for (String content : (Iterable<String>) SourceFiles.text(bytes).lines()::iterator) {
            int line = ++count;
            if (!content.isBlank()) {
                findings.attempt(file, () -> plates.add(PlateLine.parse(line, content, layout)));
            }
        }
        return plates;
    }

    /// Whether a file holds text of which no line could be meant as a label: a list of class names,
    /// as label tools write it beside the labels.
    private static boolean holdsNoLabels(byte[] bytes) {
        String text = SourceFiles.text(bytes);
        return !text.isBlank() && text.lines().noneMatch(PlateLine::hasNumbers);
    }

    private static Optional<LabelledImage> image(
            LabelPair pair, PlateLayout layout, String annotator, Findings findings)
            throws FormatException {
        List<PlateLine> lines = List.of();
        boolean read = false;
        if (pair.labels().isPresent()) {
            Path file = pair.labels().get();
            int before = findings.count();
            try {
                byte[] bytes = SourceFiles.bytes(file, MAX_BYTES);
                if (pair.picture().isEmpty() && holdsNoLabels(bytes)) {
                    findings.note(file, 0, "not-labels");
                    return Optional.empty();
                }
                lines = lines(file, bytes, layout, findings);
                read = findings.count() == before;
            } catch (FormatException e) {
                findings.add(e.finding());
            }
            if (pair.picture().isEmpty()) {
                findings.refuse(file, 0, "label-without-picture", lines.size());
                return Optional.empty();
            }
        }
        Path picture = pair.picture().orElseThrow();
        try {
            Size size = ImageReader.size(picture);
            List<Target> targets =
                    lines.stream().map(line -> line.target(size, annotator)).toList();
            return Optional.of(
                    new LabelledImage(
                            0,
                            SourceFiles.slashed(picture),
                            size,
                            targets,
                            read || !targets.isEmpty()
                                    ? LabelState.LABELLED
                                    : LabelState.UNLABELLED,
                            ""));
        } catch (PictureException e) {
            findings.refuse(
                    pair.labels().orElse(picture), 0, "picture-unreadable", picture, lines.size());
            return Optional.empty();
        }
    }
}
