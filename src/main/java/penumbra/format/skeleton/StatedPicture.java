package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.format.Refusal;
import penumbra.geometry.Size;

/// A picture as an annotation file states it.
///
/// @param file the annotation file
/// @param line 1-based line where the picture is named
/// @param names the picture's name as written, or the names it may have; never empty
/// @param subset folder below `images` that it may lie in; empty for none
/// @param size as the file states it
record StatedPicture(
        Path file,
        int line,
        List<String> names,
        String subset,
        Optional<Size> size,
        List<Skeleton> skeletons) {

    /// Sides beyond this are no picture.
    private static final int MAX_SIDE = 1_000_000;

    StatedPicture {
        names = List.copyOf(names);
        skeletons = List.copyOf(skeletons);
    }

    StatedPicture withSkeletons(List<Skeleton> newSkeletons) {
        return new StatedPicture(file, line, names, subset, size, newSkeletons);
    }

    /// Where the picture may lie, the likeliest place first.
    List<Path> places() {
        return names.stream()
                .flatMap(name -> PicturePlaces.of(file.getParent(), name, subset).stream())
                .toList();
    }

    /// A stated size; empty when the file leaves it open, as 0 or not at all.
    ///
    /// @throws Refusal if a side is negative or beyond any picture
    static Optional<Size> size(int line, double width, double height) throws Refusal {
        if (width == 0 && height == 0) {
            return Optional.empty();
        }
        if (!isSide(width) || !isSide(height)) {
            throw new Refusal(line, "picture-size", width, height);
        }
        return Optional.of(new Size((int) width, (int) height));
    }

    private static boolean isSide(double side) {
        return side >= 1 && side <= MAX_SIDE && side == Math.rint(side);
    }
}
