package penumbra.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A libtorch in place of the bundled one: that which a person or `PYTORCH_LIBRARY_PATH` names, or
/// for a GPU that of a Python package or one that was fetched.
///
/// DJL's bridge crashes on another version than its own, so the version that lies beside the folder
/// is read first: `build-version` of a libtorch archive, `version.py` of a Python package.
///
/// @param folder with the libraries
/// @param version such as `2.7.1`
/// @param flavor `cpu`, or `cu` and the version of CUDA
record Libtorch(Path folder, String version, String flavor) {

    /// The version that the bridge of this DJL was built for.
    static final String VERSION = "2.7.1";

    /// The one CUDA that there is a bridge for.
    static final String CUDA = "cu128";

    /// What every jar of natives begins its description with.
    private static final String BUNDLED = "native/lib/pytorch.properties";

    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.\\d+\\.\\d+)(?:\\+(cu\\d+))?");

    /// The one to load; empty for the bundled one.
    ///
    /// @param said what a person named: the folder of a libtorch, or that of a Python environment;
    ///   goes before the environment
    /// @throws TorchException if it is not there, has another version, does not say which, or
    ///   cannot use a GPU that was asked for
    static Optional<Libtorch> choose(
            DeviceChoice device,
            Optional<Path> said,
            Map<String, String> environment,
            PythonFolders python,
            CudaNatives natives)
            throws TorchException {
        Optional<Path> named =
                said.map(Libtorch::libraries)
                        .or(() ->
                                Optional.ofNullable(environment.get("PYTORCH_LIBRARY_PATH"))
                                        .filter(path -> !path.isBlank())
                                        .map(Path::of));
        Optional<Libtorch> chosen =
                named.isPresent()
                        ? Optional.of(named(named.get().toAbsolutePath().normalize(), device))
                        : found(device, environment, python, natives);
        if (chosen.isEmpty() && Libtorch.class.getClassLoader().getResource(BUNDLED) == null) {
            throw new TorchException(
                    null,
                    "not-bundled",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    VERSION);
        }
        return chosen;
    }

    /// The folder with the libraries where that of a Python environment or of a whole libtorch is
    /// named; else the named one.
    private static Path libraries(Path named) {
        return PythonFolders.torchLibraries(named).stream()
                .findFirst()
                .or(() ->
                        Optional.of(named.resolve("lib"))
                                .filter(_ -> Files.exists(named.resolve("build-version"))))
                .orElse(named);
    }

    /// The libtorch packages of the Python environments that this program cannot load for a GPU.
    static List<Libtorch> refused(Map<String, String> environment, PythonFolders python) {
        return python.torchLibraries(environment).stream()
                .flatMap(folder -> in(folder).stream())
                .filter(l -> !l.fitsGpu())
                .toList();
    }

    private boolean fitsGpu() {
        return version.equals(VERSION) && flavor.equals(CUDA);
    }

    private static Libtorch named(Path folder, DeviceChoice device) throws TorchException {
        if (!Files.isDirectory(folder)) {
            throw new TorchException(null, "library-missing", folder, VERSION);
        }
        Libtorch named =
                in(folder)
                        .orElseThrow(
                                () -> new TorchException(null, "library-unknown", folder, VERSION));
        if (!named.version.equals(VERSION)) {
            throw new TorchException(null, "library-version", folder, named.version, VERSION);
        }
        if (device.kind() == DeviceChoice.Kind.CUDA && !named.flavor.equals(CUDA)) {
            throw new TorchException(
                    null, "library-flavor", named, folder, VERSION + "+" + CUDA, device);
        }
        return named;
    }

    private static Optional<Libtorch> found(
            DeviceChoice device,
            Map<String, String> environment,
            PythonFolders python,
            CudaNatives natives)
            throws TorchException {
        if (device.kind() == DeviceChoice.Kind.CPU) {
            return Optional.empty();
        }
        List<Libtorch> there =
                python.torchLibraries(environment).stream()
                        .flatMap(folder -> in(folder).stream())
                        .toList();
        Optional<Libtorch> fit =
                there.stream().filter(Libtorch::fitsGpu).findFirst().or(natives::fetched);
        if (fit.isEmpty() && device.kind() == DeviceChoice.Kind.CUDA) {
            String wanted = VERSION + "+" + CUDA;
            throw there.isEmpty()
                    ? new TorchException(null, "cuda-none", device, wanted)
                    : new TorchException(
                            null,
                            "cuda-others",
                            device,
                            wanted,
                            there.stream()
                                    .map(l -> l + " (" + l.folder + ")")
                                    .collect(Collectors.joining(", ")));
        }
        return fit;
    }

    private static Optional<Libtorch> in(Path folder) {
        for (String name : new String[] {"build-version", "version.py"}) {
            try {
                Matcher number = NUMBER.matcher(Files.readString(folder.resolveSibling(name)));
                if (number.find()) {
                    String cuda = number.group(2);
                    return Optional.of(
                            new Libtorch(folder, number.group(1), cuda == null ? "cpu" : cuda));
                }
            } catch (IOException _) {
                // The other kind of folder has the other file.
            }
        }
        return Optional.empty();
    }

    /// Tells DJL to load this one. Has an effect before libtorch is first started only.
    void announce() {
        System.setProperty("PYTORCH_LIBRARY_PATH", folder.toString());
        System.setProperty("PYTORCH_VERSION", version);
        System.setProperty("PYTORCH_FLAVOR", flavor);
    }

    @Override
    public String toString() {
        return version + "+" + flavor;
    }
}
