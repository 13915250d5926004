package penumbra.format.yolo;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import penumbra.format.SourceFiles;

/// Where a YOLO data set keeps what.
public final class DatasetPaths {

    /// Suffixes, in lower case, of the files that a loader takes for pictures.
    static final Set<String> PICTURE_SUFFIXES =
            Set.of("bmp", "dng", "jpeg", "jpg", "mpo", "png", "tif", "tiff", "webp", "pfm", "heic");

    private DatasetPaths() {}

    /// Whether a loader takes the file for a picture.
    public static boolean isPicture(Path file) {
        return PICTURE_SUFFIXES.contains(SourceFiles.extension(file));
    }

    /// The `data.yaml` that a source means: the file itself, or the one in the folder; empty when
    /// it is neither.
    public static Optional<Path> dataYaml(Path source) {
        Path inside = source.resolve("data.yaml");
        if (Files.isRegularFile(source)) {
            return Optional.of(source).filter(f -> SourceFiles.extension(f).matches("ya?ml"));
        }
        return Optional.of(inside).filter(Files::isRegularFile);
    }

    /// The label file that belongs to a picture: the last folder `images` of its path becomes
    /// `labels`, the suffix becomes `.txt`. Without such a folder it stands beside the picture.
    public static Path labels(Path picture) {
        Path folder = picture.toAbsolutePath().getParent();
        return SourceFiles.mirrored(folder, "images", "labels")
                .resolve(SourceFiles.stem(picture) + ".txt");
    }

    /// All files below a folder that are accepted, sorted by path. Hidden files and folders are
    /// left out and links are followed, as a loader does; what cannot be opened is left out too.
    public static List<Path> files(Path folder, Predicate<Path> accepted) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                Integer.MAX_VALUE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return !dir.equals(folder) && isHidden(dir)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (!isHidden(file) && a.isRegularFile() && accepted.test(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (file.equals(folder)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }

    /// All files below a folder that may hold labels: text files but `classes.txt`, and none in a
    /// folder `truth`.
    public static Set<Path> labelFiles(Path folder) throws IOException {
        return new LinkedHashSet<>(files(folder, f -> isLabelFile(folder, f)));
    }

    private static boolean isLabelFile(Path folder, Path file) {
        Path truth = Path.of("truth");
        for (Path name : folder.relativize(file)) {
            if (name.equals(truth)) {
                return false;
            }
        }
        return SourceFiles.extension(file).equals("txt") && !file.endsWith("classes.txt");
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
