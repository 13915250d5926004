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
import penumbra.format.Progress;
import penumbra.model.Project;

/// Writes an export: plans it, looks at what stands in its place, and puts the whole folder there
/// at once. Pictures are copied byte for byte and never linked, because a loader may rewrite a
/// JPEG.
final class DatasetWriter {

    private final String format;
    private final Path projectFolder;
    private final Path place;
    private final ExportOptions options;
    private final BiFunction<ExportPlan, List<Finding>, Map<String, byte[]>> texts;

    /// All that is to be written, and what there is to say of it.
    ///
    /// @param aside whether what stands in the place is kept under another name
    private record Ready(
            ExportPlan plan, Map<String, byte[]> texts, ExportReport report, boolean aside) {}

    /// @param texts makes the text files by their path in the data set, and adds to the findings
    DatasetWriter(
            String format,
            Path projectFolder,
            Path destination,
            ExportOptions options,
            BiFunction<ExportPlan, List<Finding>, Map<String, byte[]>> texts) {
        this.texts = texts;
        this.format = format;
        this.projectFolder = projectFolder.toAbsolutePath().normalize();
        this.place = destination.toAbsolutePath().normalize();
        this.options = options;
    }

    /// @throws FormatException if the destination may not be replaced or cannot be written; then it
    ///   is as it was
    ExportReport write(Project project, Progress progress) throws FormatException {
        try {
            AtomicFolder.heal(place);
            Ready ready = ready(project, progress);
            AtomicFolder.Content content = folder -> fill(folder, ready, progress);
            if (ready.aside()) {
                return ready.report().withSetAside(AtomicFolder.writeBeside(place, content));
            }
            AtomicFolder.write(place, content);
            return ready.report();
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    /// What [#write] would report.
    ExportReport preview(Project project, Progress progress) throws FormatException {
        try {
            return ready(project, progress).report();
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private FormatException failed(Exception e) {
        return new FormatException(finding(Severity.REFUSED, place, "export-failed", Reason.of(e)));
    }

    private Ready ready(Project project, Progress progress) throws FormatException, IOException {
        ExportManifest.Standing standing = ExportManifest.inspect(place);
        boolean aside = standing.refusal().isPresent() && options.overwrite();
        if (standing.refusal().isPresent() && !(aside && Files.isDirectory(place))) {
            throw new FormatException(standing.refusal().get());
        }
        ExportPlan plan = new ExportPlanner(project, projectFolder, options).plan(progress);
        requireApart(plan);
        List<Finding> findings = new ArrayList<>(plan.findings());
        Map<String, byte[]> files = texts.apply(plan, findings);
        if (!aside) {
            standing.caches().forEach(c -> findings.add(finding(Severity.NOTE, c, "export-cache")));
        }
        ExportReport report = ExportReport.of(format, place, options, plan, findings);
        return new Ready(plan, files, report, aside);
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

    private static void fill(Path folder, Ready ready, Progress progress) throws IOException {
        for (Split split : Split.values()) {
            Files.createDirectories(folder.resolve("images").resolve(split.id()));
        }
        for (Map.Entry<String, byte[]> text : ready.texts().entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, text.getValue());
        }
        List<ExportPlan.Picture> pictures = ready.plan().pictures();
        for (int i = 0; i < pictures.size(); i++) {
            progress.at(i, pictures.size());
            Path copy = folder.resolve(pictures.get(i).file());
            Files.copy(pictures.get(i).source(), copy);
        }
        progress.at(pictures.size(), pictures.size());
        Files.write(
                folder.resolve(ExportManifest.NAME),
                ExportManifest.write(ready.report(), ready.texts()));
    }

    private static Finding finding(Severity severity, Path file, String rule, Object... arguments) {
        return Finding.of(severity, file, 0, rule, arguments);
    }
}
