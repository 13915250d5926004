package penumbra;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The folder of real data that lies beside the checkout on some machines; tests that need it are
/// skipped elsewhere.
public final class Shared {

    private Shared() {}

    /// That folder below the shared one: the system property `penumbra.shared`, else `../shared`.
    public static Path folder(String relative) {
        Path folder =
                Path.of(System.getProperty("penumbra.shared", "../shared"))
                        .resolve(relative)
                        .toAbsolutePath()
                        .normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "needs the folder " + folder);
        return folder;
    }
}
