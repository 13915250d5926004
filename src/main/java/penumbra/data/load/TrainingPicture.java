package penumbra.data.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.input.InputLabel;
import penumbra.data.input.LoadedSize;
import penumbra.file.Reason;
import penumbra.file.Sha256;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.text.Texts;

/// A picture to train on.
///
/// @param contentHash [Sha256] of the file when its labels were read; what is in the file later
///   must have the same
/// @param size after EXIF orientation
/// @param labels picture px
/// @param sequence which pictures are neighbours
public record TrainingPicture(
        Path path, String contentHash, Size size, List<Target> labels, String sequence) {

    public TrainingPicture {
        labels = List.copyOf(labels);
    }

    /// The picture as its file is now; the pixels are not looked at.
    ///
    /// @throws PictureException if the file cannot be read or is no picture
    public static TrainingPicture read(Path path, List<Target> labels, String sequence)
            throws PictureException {
        return new TrainingPicture(path, hash(path), ImageReader.size(path), labels, sequence);
    }

    /// The labels in the frame of the picture loaded for an input of that side. A keypoint beyond
    /// the picture is unlabelled there, because in a mosaic it would lie on another picture, but
    /// stays among the annotated; boxes are cut at the picture. Without a box, stated or from
    /// keypoints, there is nothing to learn from a label, and it is left out.
    List<InputLabel> inputLabels(int side) {
        Size loaded = LoadedSize.of(size, side).size();
        return labels.stream().flatMap(label -> inputLabel(label, loaded).stream()).toList();
    }

    private Optional<InputLabel> inputLabel(Target label, Size loaded) {
        double x = (double) loaded.width() / size.width();
        double y = (double) loaded.height() / size.height();
        List<Keypoint> annotated =
                label.keypoints().stream()
                        .map(k ->
                                new Keypoint(
                                        new Point(k.at().x() * x, k.at().y() * y), k.visibility()))
                        .toList();
        return label.extent()
                .map(b -> new Box(b.x() * x, b.y() * y, b.width() * x, b.height() * y))
                .flatMap(b -> b.intersection(new Box(0, 0, loaded.width(), loaded.height())))
                .map(box ->
                        new InputLabel(
                                label.classIndex(),
                                box,
                                annotated.stream().map(k -> within(loaded, k)).toList(),
                                annotated,
                                Math.max(x, y)));
    }

    private static Keypoint within(Size loaded, Keypoint keypoint) {
        return loaded.contains(keypoint.at()) ? keypoint : Keypoint.UNLABELLED;
    }

    static String hash(Path path) throws PictureException {
        try {
            return Sha256.hex(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new PictureException(
                    Texts.of(TrainingPicture.class, "unreadable", path, Reason.of(e)), e);
        }
    }
}
