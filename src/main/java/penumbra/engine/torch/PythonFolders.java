package penumbra.engine.torch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Where Python keeps its packages: the active environment, the person's own, the system's. Folders
/// are looked at, nothing in them is run.
///
/// @param system where Python is installed for everybody
record PythonFolders(List<Path> system) {

    static final PythonFolders INSTALLED =
            new PythonFolders(List.of(Path.of("/usr/local"), Path.of("/usr")));

    /// The `lib` folders of the torch packages there are, the nearest first.
    List<Path> torchLibraries(Map<String, String> environment) {
        Stream<Path> own =
                Stream.of(environment.get("VIRTUAL_ENV"), environment.get("CONDA_PREFIX"))
                        .filter(Objects::nonNull)
                        .filter(prefix -> !prefix.isBlank())
                        .map(Path::of);
        Stream<Path> home =
                Stream.ofNullable(environment.get("HOME")).map(h -> Path.of(h, ".local"));
        return Stream.of(own, home, system.stream())
                .flatMap(prefixes -> prefixes)
                .flatMap(prefix -> torchLibraries(prefix).stream())
                .distinct()
                .toList();
    }

    /// The `lib` folders of the torch packages of one environment.
    static List<Path> torchLibraries(Path prefix) {
        return packages(prefix).stream()
                .map(folder -> folder.resolve("torch").resolve("lib"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> packages(Path prefix) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> versions =
                Files.newDirectoryStream(prefix.resolve("lib"), "python3*")) {
            for (Path version : versions) {
                folders.add(version.resolve("site-packages"));
                folders.add(version.resolve("dist-packages"));
            }
        } catch (IOException _) {
            // No Python there.
        }
        folders.sort(null);
        folders.add(prefix.resolve("Lib").resolve("site-packages"));
        return folders;
    }
}
