package penumbra.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import penumbra.file.Reason;
import penumbra.format.Finding.Severity;

/// The files of a source, and their content up to a limit.
public final class SourceFiles {

    /// Largest annotation file that is read: 256 MiB, more than the largest public COCO file.
    public static final long MAX_BYTES = 1L << 28;

    /// Most pictures, labels or other entries of one kind in one file.
    public static final int MAX_ENTRIES = 2_000_000;

    private static final int MAX_DEPTH = 64;

    private SourceFiles() {}

    /// All files below a folder in natural order; symbolic links are followed, loops are left out.
    ///
    /// @param depth how many levels to go down, 1 for the folder itself
    /// @throws FormatException if a folder cannot be listed
    public static List<Path> below(Path folder, int depth) throws FormatException {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    depth,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                            if (a.isRegularFile()) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e)
                                throws IOException {
                            if (e instanceof FileSystemLoopException) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw e;
                        }
                    });
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        files.sort(NaturalOrder.PATHS);
        return files;
    }

    /// All files below a folder, down to 64 levels; see [#below(Path, int)].
    public static List<Path> below(Path folder) throws FormatException {
        return below(folder, MAX_DEPTH);
    }

    /// @throws FormatException if the file is missing, cannot be read or is larger than the limit
    public static byte[] bytes(Path file, long limit) throws FormatException {
        try {
            if (Files.size(file) > limit) {
                throw new FormatException(
                        Finding.of(Severity.REFUSED, file, 0, "too-large", limit >> 20));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// @throws FormatException if nothing is there
    public static Path existing(Path source) throws FormatException {
        if (!Files.exists(source)) {
            throw new FormatException(Finding.of(Severity.REFUSED, source, 0, "not-found"));
        }
        return source.toAbsolutePath().normalize();
    }

    /// The extension in lower case without its dot; empty when there is none.
    public static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The file name without its last extension.
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// The text of UTF-8 bytes without a byte order mark; a byte that is not UTF-8 becomes U+FFFD.
    public static String text(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The folder, absolute, with its last part of the one name replaced by the other: where the
    /// labels of `images/train` lie (`labels/train`), and the other way round. The folder itself
    /// when it has no such part.
    public static Path mirrored(Path folder, String from, String to) {
        Path path = folder.toAbsolutePath();
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            if (path.getName(i).toString().equals(from)) {
                Path head = i == 0 ? path.getRoot() : path.getRoot().resolve(path.subpath(0, i));
                Path there = head.resolve(to);
                return i + 1 == path.getNameCount()
                        ? there
                        : there.resolve(path.subpath(i + 1, path.getNameCount()));
            }
        }
        return path;
    }

    /// The path as a project stores it, with forward slashes; where a backslash is no separator it
    /// stays part of a name.
    public static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /// Says that a file or folder cannot be read, and why as the system says it.
    public static FormatException unreadable(Path file, IOException e) {
        return new FormatException(
                Finding.of(
                        Severity.REFUSED, file, 0, "unreadable", Excerpt.sentence(Reason.of(e))));
    }
}
