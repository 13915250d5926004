package penumbra.format.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.SourceFiles;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Reads pictures with their YOLO pose label files.
///
/// @param shape what a data.yaml states; empty to tell it by the columns of an armor plate
/// @param findings gets what is noticed
record YoloPictures(
        Optional<KeypointShape> shape, Schema schema, String annotator, List<Finding> findings) {

    private static final long MAX_LABEL_BYTES = 16 << 20;

    /// The picture and its labels; empty, with a finding, when one of them cannot be read.
    Optional<LabelledImage> read(Path picture, Path labels) {
        try {
            Size size = ImageReader.size(picture);
            LabelledImage image =
                    new LabelledImage(
                            0,
                            SourceFiles.slashed(picture),
                            size,
                            List.of(),
                            LabelState.UNLABELLED,
                            "");
            return Optional.of(Files.isRegularFile(labels) ? labelled(image, labels) : image);
        } catch (PictureException e) {
            refuse(picture, "yolo-picture", e.getMessage());
        } catch (IOException e) {
            findings.add(SourceFiles.unreadable(labels, e).finding());
        }
        return Optional.empty();
    }

    private LabelledImage labelled(LabelledImage image, Path labels) throws IOException {
        if (Files.size(labels) > MAX_LABEL_BYTES) {
            refuse(labels, "yolo-too-long");
            return image;
        }
        List<Finding> noticed = new ArrayList<>();
        List<Target> targets =
                new YoloLabels(labels, shape, schema, annotator, noticed)
                        .read(Files.readAllBytes(labels), image.size());
        findings.addAll(noticed);
        boolean clean = noticed.stream().noneMatch(f -> f.severity() == Severity.REFUSED);
        LabelState state =
                clean || !targets.isEmpty() ? LabelState.LABELLED : LabelState.UNLABELLED;
        return image.withTargets(targets).withState(state, "");
    }

    private void refuse(Path file, String rule, Object... arguments) {
        findings.add(Finding.of(Severity.REFUSED, file, 0, rule, arguments));
    }
}
