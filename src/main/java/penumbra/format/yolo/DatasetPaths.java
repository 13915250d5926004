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
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Where a YOLO data set keeps what.
public final class DatasetPaths {

    /// Suffixes, in lower case, of the files that a loader takes for pictures.
    static final Set<String> PICTURE_SUFFIXES =
            Set.of("bmp", "dng", "jpeg", "jpg", "mpo", "png", "tif", "tiff", "webp", "pfm", "heic");

    private DatasetPaths() {}

    public static boolean isPicture(Path file) {
        return PICTURE_SUFFIXES.contains(suffix(file));
    }

    /// What follows the last dot of the name, in lower case; empty without a dot.
    public static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// The name without its last suffix.
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// The label file that belongs to a picture: the last folder `images` of its path becomes
    /// `labels`, the suffix becomes `.txt`. Without such a folder it stands beside the picture.
    public static Path labels(Path picture) {
        Path file = withFolder(picture, "images", "labels");
        return file.resolveSibling(stem(file) + ".txt");
    }

    /// The path with its last folder of the one name called by the other name.
    public static Path withFolder(Path file, String from, String to) {
        Path path = file.toAbsolutePath();
        for (int i = path.getNameCount() - 2; i >= 0; i--) {
            if (path.getName(i).toString().equals(from)) {
                Path head = i == 0 ? path.getRoot() : path.getRoot().resolve(path.subpath(0, i));
                return head.resolve(to).resolve(path.subpath(i + 1, path.getNameCount()));
            }
        }
        return path;
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
        return suffix(file).equals("txt") && !file.endsWith("classes.txt");
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
