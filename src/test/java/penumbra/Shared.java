package penumbra;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real data that lies beside the checkout and is no part of the project.
public final class Shared {

    private Shared() {}

    /// A folder of it; the test is skipped where it is absent.
    public static Path folder(String relative) {
        Path folder = Path.of(System.getProperty("penumbra.shared", "../shared")).resolve(relative);
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () -> folder + " is absent; -Dpenumbra.shared=DIR names the shared folder");
        return folder;
    }
}
