package penumbra.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Builds a folder beside its destination and puts it in place by renaming, so that the destination
/// holds the old content or the new one, never a mixture.
///
/// No system renames over a filled folder, so two renames are needed: destination to
/// `.NAME.penumbra-old`, then `.NAME.penumbra-new` to destination. A process killed exactly between
/// them leaves no destination but both complete folders beside it; [#heal] puts the old one back,
/// and every write begins with it. Two writers of one destination at a time are not provided for.
public final class AtomicFolder {

    private AtomicFolder() {}

    /// Fills a folder.
    @FunctionalInterface
    public interface Content {
        void fill(Path folder) throws IOException;
    }

    /// Renames a file or folder.
    @FunctionalInterface
    interface Move {
        void move(Path from, Path to) throws IOException;
    }

    /// Makes the folder, or replaces it and all that is in it.
    ///
    /// @throws IOException if it cannot be written, or as thrown by the content; then the
    ///   destination is as it was
    public static void write(Path destination, Content content) throws IOException {
        write(destination, content, AtomicFolder::rename);
    }

    static void write(Path destination, Content content, Move move) throws IOException {
        Path place = destination.toAbsolutePath().normalize();
        swap(place, beside(place, "old"), content, move);
        Disk.removeTree(beside(place, "old"));
    }

    /// Replaces a folder that is there and keeps its former content under a new name beside it,
    /// `NAME-1` or the first number that is free. A process killed between the two renames leaves
    /// it there only.
    ///
    /// @return where the former content lies now
    /// @throws IOException if it cannot be written, or as thrown by the content; then the
    ///   destination is as it was
    public static Path writeBeside(Path destination, Content content) throws IOException {
        Path place = destination.toAbsolutePath().normalize();
        int n = 1;
        while (exists(place.resolveSibling(place.getFileName() + "-" + n))) {
            n++;
        }
        Path kept = place.resolveSibling(place.getFileName() + "-" + n);
        swap(place, kept, content, AtomicFolder::rename);
        return kept;
    }

    /// Ends what a killed process left half done: puts the old folder back where the destination is
    /// missing and removes remains.
    public static void heal(Path destination) throws IOException {
        Path place = destination.toAbsolutePath().normalize();
        Path old = beside(place, "old");
        if (!exists(place) && exists(old)) {
            rename(old, place);
        }
        Disk.removeTree(old);
        Disk.removeTree(beside(place, "new"));
    }

    private static void swap(Path place, Path old, Content content, Move move) throws IOException {
        heal(place);
        if (exists(place) && !Files.isDirectory(place)) {
            throw new FileAlreadyExistsException(place.toString(), null, "is no folder");
        }
        Path fresh = beside(place, "new");
        Files.createDirectories(fresh);
        try {
            content.fill(fresh);
            Disk.forceTree(fresh);
            boolean replaces = exists(place);
            if (replaces) {
                move.move(place, old);
            }
            try {
                move.move(fresh, place);
            } catch (IOException | RuntimeException e) {
                if (replaces) {
                    rename(old, place);
                }
                throw e;
            }
        } finally {
            Disk.removeTree(fresh);
        }
        Disk.force(place.getParent());
    }

    private static Path beside(Path place, String role) {
        return place.resolveSibling("." + place.getFileName() + ".penumbra-" + role);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
