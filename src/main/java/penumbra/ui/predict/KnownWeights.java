package penumbra.ui.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Networks that are at hand for a project.
final class KnownWeights {

    private static final String BEST = "weights/best.safetensors";

    private KnownWeights() {}

    private record Run(Path file, FileTime time) {}

    /// The network asked last, then the best of each run beside the project, newest first. Looks at
    /// the disk.
    ///
    /// @param folder of the project
    /// @param last empty when none was asked, or it is no longer there
    static List<Path> of(Path folder, Optional<Path> last) throws IOException {
        List<Path> known = new ArrayList<>(last.filter(Files::exists).stream().toList());
        Path runs = folder.resolve("runs").resolve("pose");
        if (Files.isDirectory(runs)) {
            List<Run> found = new ArrayList<>();
            try (Stream<Path> each = Files.list(runs)) {
                for (Path file : each.map(run -> run.resolve(BEST)).toList()) {
                    if (Files.exists(file)) {
                        found.add(new Run(file, Files.getLastModifiedTime(file)));
                    }
                }
            }
            found.sort(Comparator.comparing(Run::time).reversed());
            found.stream().map(Run::file).filter(f -> !known.contains(f)).forEach(known::add);
        }
        return known;
    }
}
