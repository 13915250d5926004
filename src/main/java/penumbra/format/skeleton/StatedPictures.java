package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.PictureFiles;
import penumbra.geometry.Size;

/// Finds the pictures that annotation files name, and compares their size with the stated one.
///
/// - A picture of another size than stated: its labels are refused, because they would move.
/// - A picture that is not there: its labels are kept when the file states the size, else refused.
/// - A picture that is not there and has no labels is left out.
final class StatedPictures {

    /// @param refused whether the labels of the picture are not taken in
    record Found(Path path, Size size, boolean refused) {}

    private final Findings findings;

    StatedPictures(Findings findings) {
        this.findings = findings;
    }

    Optional<Found> find(StatedPicture picture) throws FormatException {
        List<Path> places = picture.places();
        Optional<Path> there = places.stream().filter(PictureFiles::present).findFirst();
        if (there.isEmpty()) {
            return missing(picture, "picture-missing", places.getFirst());
        }
        Path path = there.get();
        try {
            Size size = ImageReader.size(path);
            boolean refused =
                    picture.size().filter(stated -> !stated.equals(size)).isPresent()
                            && !picture.skeletons().isEmpty();
            if (refused) {
                findings.refuse(
                        picture.file(),
                        picture.line(),
                        "size-mismatch",
                        path,
                        size,
                        picture.size().get(),
                        picture.skeletons().size());
            }
            return Optional.of(new Found(path, size, refused));
        } catch (PictureException e) {
            return missing(picture, "picture-unreadable", path);
        }
    }

    private Optional<Found> missing(StatedPicture picture, String rule, Path path)
            throws FormatException {
        int labels = picture.skeletons().size();
        if (labels == 0) {
            findings.note(picture.file(), picture.line(), "picture-left-out", path);
            return Optional.empty();
        }
        if (picture.size().isEmpty()) {
            findings.refuse(picture.file(), picture.line(), "picture-without-size", path, labels);
            return Optional.empty();
        }
        findings.warn(picture.file(), picture.line(), rule, path, labels);
        return Optional.of(new Found(path, picture.size().get(), false));
    }
}
