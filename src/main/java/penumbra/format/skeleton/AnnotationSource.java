package penumbra.format.skeleton;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.SourceFiles;

/// Reads a source of annotation files: one file, or all of one extension below a folder.
final class AnnotationSource {

    /// Reads one file from its bytes; touches no other file.
    interface Parser {
        AnnotationFile parse(Path file, byte[] bytes, String annotator, Findings findings)
                throws FormatException;
    }

    private AnnotationSource() {}

    /// In a folder a file that cannot be read is refused and the others are read on; the first
    /// reason is thrown when none can be read.
    ///
    /// @param extension of the annotation files, lower case
    /// @param unnamedCount keypoints of a target where the source names none; empty for the count
    ///   that most targets have
    static LabelSet read(
            Path source,
            String extension,
            OptionalInt unnamedCount,
            String annotator,
            Parser parser)
            throws FormatException {
        Path root = SourceFiles.existing(source);
        Findings findings = new Findings();
        if (!Files.isDirectory(root)) {
            AnnotationFile only = parse(root, annotator, findings, parser);
            return new SkeletonSource(List.of(only), unnamedCount, findings).labelSet();
        }
        List<AnnotationFile> read = new ArrayList<>();
        FormatException first = null;
        for (Path file : SourceFiles.below(root)) {
            if (SourceFiles.extension(file).equals(extension)) {
                try {
                    read.add(parse(file, annotator, findings, parser));
                } catch (FormatException e) {
                    first = first == null ? e : first;
                    findings.add(e.finding());
                }
            }
        }
        if (read.isEmpty()) {
            throw first != null
                    ? first
                    : new FormatException(
                            Finding.of(Severity.REFUSED, root, 0, "no-label-files", extension));
        }
        return new SkeletonSource(read, unnamedCount, findings).labelSet();
    }

    private static AnnotationFile parse(
            Path file, String annotator, Findings findings, Parser parser) throws FormatException {
        byte[] bytes = SourceFiles.bytes(file, SourceFiles.MAX_BYTES);
        return parser.parse(file, bytes, annotator, findings);
    }
}
