package penumbra;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The folder of real pictures and other tools' files, which is not part of the project: where the
/// system property `penumbra.shared` says, else `../shared` beside the checkout.
public final class Shared {

    private Shared() {}

    /// A folder or file below it; the test is skipped when it is not there.
    public static Path folder(String relative) {
        Path path = Path.of(System.getProperty("penumbra.shared", "../shared")).resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there");
        return path.toAbsolutePath().normalize();
    }
}
