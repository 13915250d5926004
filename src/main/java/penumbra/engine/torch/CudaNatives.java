package penumbra.engine.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.file.Disk;
import penumbra.file.Reason;

/// libtorch for GPUs as DJL publishes it: DJL fetches it into its folder of natives when a person
/// says so, and never otherwise.
///
/// @param folder of DJL's natives
/// @param system that they are for, in DJL's words; empty where none are published
public record CudaNatives(Path folder, Optional<String> system) {

    /// Where DJL keeps its natives on this machine.
    public static final CudaNatives HERE =
            new CudaNatives(
                    Utils.getEngineCacheDir("pytorch"),
                    system(System.getProperty("os.name"), System.getProperty("os.arch")));

    /// A build that is not the bundled one, or DJL would unpack that in its place. Builds of a
    /// version are published under the version.
    private static final String BUILD = Libtorch.VERSION + "-1";

    /// A download that nothing was written to for so long was ended from outside.
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private static final int MEGA = 1_000_000;

    /// How far a download is.
    ///
    /// @param files that were begun
    /// @param all that there are
    /// @param megabytes written, 10⁶ bytes each, unpacked
    public record Written(long files, long all, long megabytes) {}

    static Optional<String> system(String name, String processor) {
        if (!processor.equals("amd64")) {
            return Optional.empty();
        }
        if (name.startsWith("Windows")) {
            return Optional.of("win-x86_64");
        }
        return name.startsWith("Linux") ? Optional.of("linux-x86_64") : Optional.empty();
    }

    /// What was fetched, if it was: DJL gives a folder its name when the last file is there.
    Optional<Libtorch> fetched() {
        return system.map(s -> folder.resolve(BUILD + "-" + Libtorch.CUDA + "-" + s))
                .filter(Files::isDirectory)
                .map(path -> new Libtorch(path, Libtorch.VERSION, Libtorch.CUDA));
    }

    /// Fetches several gigabytes, or nothing where they are there, and loads them. To be called in
    /// a process that has not started libtorch.
    ///
    /// @throws TorchException if none are published for this system, the network or the disk fails,
    ///   a libtorch is named already, or what came cannot be loaded
    public void fetch(Map<String, String> environment) throws TorchException {
        if (system.isEmpty()) {
            throw new TorchException(
                    null,
                    "fetch-system",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"));
        }
        String named = environment.getOrDefault("PYTORCH_LIBRARY_PATH", "");
        if (!named.isBlank()) {
            throw new TorchException(null, "fetch-named", named);
        }
        clear(Instant.now().minus(ABANDONED));
        System.setProperty("PYTORCH_VERSION", BUILD);
        System.setProperty("PYTORCH_FLAVOR", Libtorch.CUDA);
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "false");
        try {
            Engine.getEngine("PyTorch");
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw fetched()
                    .map(libtorch ->
                            new TorchException(
                                    e, "fetched-broken", libtorch.folder(), Torch.reason(e)))
                    .orElseGet(() -> new TorchException(e, "fetch", Torch.reason(e)));
        } finally {
            System.setProperty("ai.djl.offline", "true");
        }
        if (fetched().isEmpty()) {
            throw new TorchException(null, "fetch-none", Libtorch.VERSION, Libtorch.CUDA);
        }
    }

    /// How far the download is that goes on now; empty before its list of files is there and after
    /// its end.
    public Optional<Written> written() {
        Path list = folder.resolve(BUILD + ".txt");
        String prefix = Libtorch.CUDA + "/" + system.orElse("") + "/";
        try {
            Optional<Path> download =
                    downloads().stream().max(Comparator.comparing(CudaNatives::changed));
            if (download.isEmpty() || Files.notExists(list)) {
                return Optional.empty();
            }
            long all =
                    Files.readAllLines(list).stream()
                            .filter(line -> line.startsWith(prefix))
                            .count();
            List<Path> files = inside(download.get());
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return Optional.of(new Written(files.size(), all, bytes / MEGA))
                    .filter(written -> written.all() > 0);
        } catch (IOException _) {
            // It came to its end while it was looked at.
            return Optional.empty();
        }
    }

    /// Removes downloads that were ended from outside: nothing was written to them since then.
    void clear(Instant since) throws TorchException {
        try {
            for (Path download : downloads()) {
                if (changed(download).isBefore(since)) {
                    Disk.removeTree(download);
                }
            }
        } catch (IOException e) {
            throw new TorchException(e, "fetch", Reason.of(e));
        }
    }

    private List<Path> downloads() throws IOException {
        return Files.isDirectory(folder)
                ? inside(folder).stream()
                        .filter(path -> path.getFileName().toString().startsWith("tmp"))
                        .filter(Files::isDirectory)
                        .toList()
                : List.of();
    }

    /// When something was last written into a folder.
    private static Instant changed(Path download) {
        try {
            Instant last = Files.getLastModifiedTime(download).toInstant();
            for (Path file : inside(download)) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                last = written.isAfter(last) ? written : last;
            }
            return last;
        } catch (IOException _) {
            // Somebody else works on it.
            return Instant.now();
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
