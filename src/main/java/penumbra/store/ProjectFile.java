package penumbra.store;

import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.format.SourceFiles;

/// Where a project lies, and how its pictures are found from there.
///
/// @param path absolute and without `.` and `..`
public record ProjectFile(Path path) {

    /// The suffix of a project file.
    public static final String SUFFIX = ".penumbra";

    public ProjectFile {
        path = path.toAbsolutePath().normalize();
    }

    /// The project that a person names, with or without the suffix.
    ///
    /// @throws java.nio.file.InvalidPathException if the system allows no such name
    public static ProjectFile of(String name) {
        return new ProjectFile(Path.of(name.endsWith(SUFFIX) ? name : name + SUFFIX));
    }

    /// The folder of the project file, from which its relative picture paths start.
    public Path folder() {
        return path.getParent();
    }

    /// The folder in which the project's training runs lie.
    public Path runs() {
        return folder().resolve("runs").resolve("pose");
    }

    /// Where a rescue copy goes: `NAME-rescued.penumbra` beside the project, or the first such name
    /// with a number that is free.
    public Path rescueCopy() {
        Path free = beside("-rescued" + SUFFIX);
        for (int n = 2; Files.exists(free); n++) {
            free = beside("-rescued-" + n + SUFFIX);
        }
        return free;
    }

    /// A file that belongs to the project: beside it, its name without the suffix and then `end`.
    Path beside(String end) {
        String name = path.getFileName().toString();
        String stem =
                name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return folder().resolve(stem + end);
    }

    /// Where a picture of the project lies.
    ///
    /// @param picturePath as in [penumbra.model.LabelledImage#path()]
    public Path resolve(String picturePath) {
        return folder().resolve(picturePath).normalize();
    }

    /// How the project names a picture: relative when it lies in the project's folder or below it,
    /// so that both can move together, otherwise absolute; with forward slashes.
    public String relative(Path picture) {
        Path absolute = picture.toAbsolutePath().normalize();
        return SourceFiles.slashed(
                absolute.startsWith(folder()) ? folder().relativize(absolute) : absolute);
    }
}
