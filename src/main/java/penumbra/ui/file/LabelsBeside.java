package penumbra.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import penumbra.format.FormatException;
import penumbra.format.Formats;
import penumbra.format.LabelFormat;
import penumbra.format.PictureFiles;
import penumbra.format.SourceFiles;

/// Label files that lie beside pictures and bear their names.
///
/// @param source the folder of the pictures
/// @param files how many
/// @param format the likeliest form of them, as far as the first line tells; a person decides
public record LabelsBeside(Path source, int files, LabelFormat format) {

    private static final long FIRST_LINES = 1 << 16;

    /// Looks for label files among the files of a folder.
    static Optional<LabelsBeside> among(List<Path> files, Path folder) {
        Set<String> pictures =
                files.stream()
                        .filter(PictureFiles::named)
                        .map(SourceFiles::stem)
                        .collect(Collectors.toSet());
        for (String extension : List.of("txt", "json")) {
            List<Path> labels =
                    files.stream()
                            .filter(f -> SourceFiles.extension(f).equals(extension))
                            .filter(f -> pictures.contains(SourceFiles.stem(f)))
                            .toList();
            if (!labels.isEmpty()) {
                String id = extension.equals("txt") ? formOf(labels) : "labelme";
                return Formats.byId(id).map(f -> new LabelsBeside(folder, labels.size(), f));
            }
        }
        return Optional.empty();
    }

    private static String formOf(List<Path> labels) {
        return labels.stream()
                .map(LabelsBeside::firstLine)
                .flatMap(Optional::stream)
                .findFirst()
                .map(LabelsBeside::formOf)
                .orElse("yolo-pose");
    }

    private static Optional<String> firstLine(Path labels) {
        try {
            return SourceFiles.text(SourceFiles.bytes(labels, FIRST_LINES))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst();
        } catch (FormatException _) {
            return Optional.empty();
        }
    }

    /// By the number of columns, and where the whole numbers stand. The two forms of nine columns
    /// look alike; the commoner one is named.
    static String formOf(String line) {
        String[] columns = line.strip().split("\\s+");
        return switch (columns.length) {
            case 9 -> "sjtu9";
            case 10 ->
                    isWhole(columns[0]) && isWhole(columns[1])
                            ? "atlabelmaster10"
                            : "labelmaster10";
            default -> "yolo-pose";
        };
    }

    private static boolean isWhole(String column) {
        return column.matches("\\d+");
    }
}
