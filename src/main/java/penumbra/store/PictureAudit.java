package penumbra.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.text.Texts;

/// Compares the pictures on disk with what the project says of them. Labels are in picture px, so a
/// picture of another size puts every one of them in a wrong place; that is only said here, nothing
/// is changed.
public final class PictureAudit {

    private PictureAudit() {}

    /// One finding for every picture that is not there, cannot be read or has another size. Reads
    /// the header of each file: for a large project seconds, on a thread that may wait.
    public static List<Finding> of(Project project, ProjectFile file) {
        return project.images().stream().flatMap(i -> of(i, file).stream()).toList();
    }

    /// What is wrong with this picture's file, empty when nothing is.
    public static Optional<Finding> of(LabelledImage image, ProjectFile file) {
        Path picture = file.resolve(image.path());
        if (!Files.isRegularFile(picture)) {
            return finding(picture, "picture-missing");
        }
        try {
            Size now = ImageReader.size(picture);
            return now.equals(image.size())
                    ? Optional.empty()
                    : finding(picture, "picture-size", now, image.size());
        } catch (PictureException e) {
            return finding(picture, "picture-unreadable", e.getMessage());
        }
    }

    private static Optional<Finding> finding(Path picture, String rule, Object... arguments) {
        String message = Texts.of(PictureAudit.class, "rule." + rule, arguments);
        return Optional.of(new Finding(Severity.WARNING, picture, 0, rule, message));
    }
}
