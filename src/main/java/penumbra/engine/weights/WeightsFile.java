package penumbra.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import penumbra.file.Reason;

/// Reads weights of either kind; which one it is, the file's first bytes say and not its name.
public final class WeightsFile {

    /// No file of weights of this family is larger; what claims to be is refused before it is read.
    static final long LARGEST = 1L << 30;

    private WeightsFile() {}

    /// @throws WeightsException if it is missing, cannot be read, or holds something else
    public static Weights read(Path file) throws WeightsException {
        try {
            if (Files.size(file) > LARGEST) {
                throw WeightsException.of(file, "large", LARGEST >> 20);
            }
            byte[] first;
            try (InputStream in = Files.newInputStream(file)) {
                first = in.readNBytes(2);
            }
            return first.length == 2 && first[0] == 'P' && first[1] == 'K'
                    ? TorchCheckpoint.read(file)
                    : SafetensorsFile.read(file);
        } catch (NoSuchFileException e) {
            throw WeightsException.because(e, file, "missing");
        } catch (IOException e) {
            throw WeightsException.because(e, file, "unreadable", Reason.of(e));
        }
    }
}
