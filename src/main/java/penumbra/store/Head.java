package penumbra.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/// The first page of a project: SQLite's header and the definitions of the tables. It is the same
/// in every project of one version but for a few counters, so that a damaged one is replaced by
/// that of a new project; whatever does not fit it fails its checksums.
///
/// Header fields: <https://sqlite.org/fileformat2.html#the_database_header>.
final class Head {

    private static final int FREE_LIST = 32;
    private static final int FREE_COUNT = 36;
    private static final int VERSION_VALID_FOR = 92;

    private Head() {}

    /// Copies a project, its write-ahead log included, and gives the copy a new head.
    static void transplant(Path damaged, Path copy) throws IOException, SQLException {
        Path donor = copy.resolveSibling(copy.getFileName() + ".head");
        int pageSize;
        try (Connection connection = Database.connect(donor, Database.Mode.CREATE)) {
            NewProject.prepare(connection);
            pageSize = (int) Database.number(connection, "PRAGMA page_size");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(donor)) {
            head = in.readNBytes(pageSize);
        }
        Files.delete(donor);
        // Free pages are forgotten, and the size in the header is declared out of date.
        ByteBuffer.wrap(head)
                .putInt(FREE_LIST, 0)
                .putInt(FREE_COUNT, 0)
                .putInt(VERSION_VALID_FOR, 0);
        Files.copy(damaged, copy);
        if (Files.exists(NewProject.logOf(damaged))) {
            Files.copy(NewProject.logOf(damaged), NewProject.logOf(copy));
        }
        try (FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(head), 0);
        }
    }
}
