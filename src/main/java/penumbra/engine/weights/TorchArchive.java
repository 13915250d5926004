package penumbra.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The zip that `torch.save` writes: `NAME/data.pkl` and the storages `NAME/data/KEY`.
///
/// PyTorch stores its entries without compression; one that is compressed is refused, so that a
/// small file cannot unfold into a large one.
final class TorchArchive implements AutoCloseable {

    private static final String PICKLE = "data.pkl";

    /// Real pickles of this family have 0.1 to 0.5 MB; one byte can stand for a list of forty.
    private static final int LARGEST_PICKLE = 4 << 20;

    private final Path file;
    private final ZipFile zip;
    private final String folder;

    private TorchArchive(Path file, ZipFile zip, String folder) {
        this.file = file;
        this.zip = zip;
        this.folder = folder;
    }

    static TorchArchive open(Path file) throws WeightsException, IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            String pickle =
                    zip.stream()
                            .map(ZipEntry::getName)
                            .filter(n -> n.equals(PICKLE) || n.endsWith("/" + PICKLE))
                            .findFirst()
                            .orElseThrow(() -> WeightsException.of(file, "no-pickle"));
            return new TorchArchive(
                    file, zip, pickle.substring(0, pickle.length() - PICKLE.length()));
        } catch (WeightsException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    byte[] pickle() throws WeightsException, IOException {
        return bytes(PICKLE, LARGEST_PICKLE);
    }

    /// @throws WeightsException if it is not there or not of the size that the pickle says
    ByteBuffer numbers(StoredTensor.Storage storage) throws WeightsException, IOException {
        byte[] bytes = bytes("data/" + storage.key(), WeightsFile.LARGEST);
        long expected = storage.elements() * storage.type().bytes();
        if (bytes.length != expected) {
            throw WeightsException.of(file, "storage", storage.key(), bytes.length, expected);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(String name, long largest) throws WeightsException, IOException {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null) {
            throw WeightsException.of(file, "entry-missing", name);
        }
        if (entry.getMethod() != ZipEntry.STORED) {
            throw WeightsException.of(file, "compressed", name);
        }
        if (entry.getSize() > largest || entry.getSize() != entry.getCompressedSize()) {
            throw WeightsException.of(file, "entry-size", name, entry.getSize());
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) entry.getSize());
            if (bytes.length != entry.getSize()) {
                throw WeightsException.of(file, "entry-size", name, entry.getSize());
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
