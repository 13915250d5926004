package penumbra.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the atomic writers need of the file system, and the removal of whole folders.
public final class Disk {

    private static final boolean FOLDERS_CAN_BE_FORCED =
            !System.getProperty("os.name").startsWith("Windows");

    private Disk() {}

    /// Forces a file's content, or the names in a folder, to the disk. Windows cannot open a folder
    /// for this and writes its names through anyway.
    static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !FOLDERS_CAN_BE_FORCED) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(
                        path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Forces everything below the folder and the folder itself to the disk.
    static void forceTree(Path folder) throws IOException {
        for (Path path : tree(folder)) {
            force(path);
        }
    }

    /// Removes the folder and what is in it, links themselves and not what they point at; does
    /// nothing when it is not there.
    public static void removeTree(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : tree(folder)) {
                Files.delete(path);
            }
        }
    }

    /// The folder and all below it, contents before their folder.
    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
