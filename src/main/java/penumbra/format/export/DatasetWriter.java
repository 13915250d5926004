package penumbra.format.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import penumbra.file.AtomicFolder;
import penumbra.file.Reason;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.model.Project;

/// Writes an export: plans it, looks at what stands in its place, and puts the whole folder there
/// at once. Pictures are copied byte for byte and never linked, because a loader may rewrite a
/// JPEG.
final class DatasetWriter {

    private final String format;
    private final Path projectFolder;
    private final Path place;
    private final ExportOptions options;

    DatasetWriter(String format, Path projectFolder, Path destination, ExportOptions options) {
        this.format = format;
        this.projectFolder = projectFolder.toAbsolutePath().normalize();
        this.place = destination.toAbsolutePath().normalize();
        this.options = options;
    }

    /// @param texts makes the text files by their path in the data set, and adds to the findings
    /// @throws FormatException if the destination may not be replaced or cannot be written; then it
    ///   is as it was
    ExportReport write(
            Project project, BiFunction<ExportPlan, List<Finding>, Map<String, byte[]>> texts)
            throws FormatException {
        try {
            AtomicFolder.heal(place);
            ExportManifest.Standing standing = ExportManifest.inspect(place);
            boolean aside = standing.refusal().isPresent() && options.overwrite();
            if (standing.refusal().isPresent() && !(aside && Files.isDirectory(place))) {
                throw new FormatException(standing.refusal().get());
            }
            ExportPlan plan = new ExportPlanner(project, projectFolder, options).plan();
            requireApart(plan);
            List<Finding> findings = new ArrayList<>(plan.findings());
            Map<String, byte[]> files = texts.apply(plan, findings);
            if (!aside) {
                standing.caches()
                        .forEach(c -> findings.add(finding(Severity.NOTE, c, "export-cache")));
            }
            ExportReport report = ExportReport.of(format, place, options, plan, findings);
            AtomicFolder.Content content = folder -> fill(folder, plan, files, report);
            if (aside) {
                return report.withSetAside(AtomicFolder.writeBeside(place, content));
            }
            AtomicFolder.write(place, content);
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new FormatException(
                    finding(Severity.REFUSED, place, "export-failed", Reason.of(e)));
        }
    }

    private void requireApart(ExportPlan plan) throws FormatException, IOException {
        if (plan.pictures().isEmpty()) {
            throw new FormatException(
                    plan.findings().stream()
                            .filter(f -> f.severity() == Severity.REFUSED)
                            .findFirst()
                            .orElseGet(() ->
                                    finding(Severity.REFUSED, projectFolder, "export-nothing")));
        }
        Path real = Files.exists(place) ? place.toRealPath() : place;
        boolean within = projectFolder.toRealPath().startsWith(real);
        for (ExportPlan.Picture picture : plan.pictures()) {
            within |= picture.source().toRealPath().startsWith(real);
        }
        if (within) {
            throw new FormatException(
                    finding(Severity.REFUSED, place, "export-into-project", projectFolder));
        }
    }

    private static void fill(
            Path folder, ExportPlan plan, Map<String, byte[]> texts, ExportReport report)
            throws IOException {
        for (Split split : Split.values()) {
            Files.createDirectories(folder.resolve("images").resolve(split.id()));
        }
        for (Map.Entry<String, byte[]> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, text.getValue());
        }
        for (ExportPlan.Picture picture : plan.pictures()) {
            Path copy = folder.resolve(picture.file());
            Files.copy(picture.source(), copy);
        }
        Files.write(folder.resolve(ExportManifest.NAME), ExportManifest.write(report, texts));
    }

    private static Finding finding(Severity severity, Path file, String rule, Object... arguments) {
        return Finding.of(severity, file, 0, rule, arguments);
    }
}
