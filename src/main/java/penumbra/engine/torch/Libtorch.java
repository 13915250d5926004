package penumbra.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The libtorch that a person points to in place of the bundled one: `PYTORCH_LIBRARY_PATH` is its
/// `lib` folder, as DJL has it.
///
/// DJL's bridge crashes on another version than its own, so the version that lies beside the folder
/// is read first: `build-version` of a libtorch archive, `version.py` of a Python package.
final class Libtorch {

    /// The version that the bridge of this DJL was built for.
    static final String VERSION = "2.7.1";

    /// What every jar of natives begins its description with.
    private static final String BUNDLED = "native/lib/pytorch.properties";

    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.\\d+\\.\\d+)");

    private Libtorch() {}

    /// Without one named, that there is a bundled one.
    ///
    /// @throws TorchException if it is not there, has another version, or does not say which
    static void check(Map<String, String> environment) throws TorchException {
        String named = environment.get("PYTORCH_LIBRARY_PATH");
        if (named == null || named.isBlank()) {
            if (Libtorch.class.getClassLoader().getResource(BUNDLED) == null) {
                throw new TorchException(
                        null,
                        "not-bundled",
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        VERSION);
            }
            return;
        }
        Path folder = Path.of(named).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new TorchException(null, "library-missing", folder, VERSION);
        }
        String version =
                version(folder)
                        .orElseThrow(
                                () -> new TorchException(null, "library-unknown", folder, VERSION));
        if (!version.equals(VERSION)) {
            throw new TorchException(null, "library-version", folder, version, VERSION);
        }
    }

    private static Optional<String> version(Path folder) {
        for (String name : new String[] {"build-version", "version.py"}) {
            try {
                Matcher number = NUMBER.matcher(Files.readString(folder.resolveSibling(name)));
                if (number.find()) {
                    return Optional.of(number.group(1));
                }
            } catch (IOException _) {
                // The other kind of folder has the other file.
            }
        }
        return Optional.empty();
    }
}
