package penumbra.format.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.NaturalOrder;
import penumbra.format.Progress;
import penumbra.format.yolo.DatasetPaths;
import penumbra.format.yolo.LoaderPictures;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;

/// Decides which pictures and targets of a project an export takes in, under which names, in which
/// split; every loss and change becomes a finding.
final class ExportPlanner {

    private final Project project;
    private final Path projectFolder;
    private final ExportOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, LoaderPictures.Judgement> files = new HashMap<>();

    /// @param projectFolder what relative picture paths are relative to
    ExportPlanner(Project project, Path projectFolder, ExportOptions options) {
        this.project = project;
        this.projectFolder = projectFolder.toAbsolutePath().normalize();
        this.options = options;
    }

    /// @param progress counts the pictures that were looked at
    ExportPlan plan(Progress progress) {
        List<LabelledImage> sorted = new ArrayList<>(project.images());
        sorted.sort(Comparator.comparing(LabelledImage::path, NaturalOrder.INSTANCE));
        Map<LabelledImage, List<ExportTarget>> taken = new LinkedHashMap<>();
        int unlabelled = 0;
        int seen = 0;
        for (LabelledImage image : sorted) {
            progress.at(seen++, sorted.size());
            if (image.targets().isEmpty() && !isBackground(image)) {
                unlabelled++;
            } else if (!isHeldBack(image) && isReadable(image)) {
                targets(image).ifPresent(t -> taken.put(image, t));
            }
        }
        if (unlabelled > 0) {
            note(projectFolder, "export-unlabelled", unlabelled, options.backgrounds().id());
        }
        List<LabelledImage> images = List.copyOf(taken.keySet());
        List<String> paths = images.stream().map(LabelledImage::path).toList();
        List<Split> splits = SequenceSplit.of(paths, options.valFraction());
        List<String> names = ExportNames.of(images.stream().map(this::withSuffix).toList());
        List<ExportPlan.Picture> pictures = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            LabelledImage image = images.get(i);
            Path source = source(image);
            if (!source.getFileName().toString().equals(names.get(i))) {
                note(source, "export-renamed", names.get(i));
            }
            pictures.add(
                    new ExportPlan.Picture(
                            image, source, splits.get(i), names.get(i), taken.get(image)));
        }
        for (Split split : Split.values()) {
            if (!splits.contains(split)) {
                warn(projectFolder, "export-empty-split", split.id());
            }
        }
        return new ExportPlan(project.schema(), List.copyOf(pictures), List.copyOf(findings));
    }

    private boolean isBackground(LabelledImage image) {
        return switch (options.backgrounds()) {
            case CONFIRMED ->
                    image.state() == LabelState.LABELLED || image.state() == LabelState.REVIEWED;
            case ALL -> true;
            case NONE -> false;
        };
    }

    private boolean isHeldBack(LabelledImage image) {
        if (image.state() != LabelState.FLAGGED) {
            return false;
        }
        String rule = options.flagged() ? "export-flagged" : "export-flagged-left-out";
        note(source(image), rule, image.note());
        return !options.flagged();
    }

    private boolean isReadable(LabelledImage image) {
        Path source = source(image);
        LoaderPictures.Judgement judgement = LoaderPictures.judge(source);
        files.put(image.id(), judgement);
        if (judgement.dropped()) {
            refuse(source, judgement.rule().orElseThrow(), judgement.argument());
            return false;
        }
        judgement.rule().ifPresent(rule -> warn(source, rule, judgement.argument()));
        if (judgement.size().isPresent() && !judgement.size().get().equals(image.size())) {
            refuse(source, "export-size-differs", judgement.size().get(), image.size());
            return false;
        }
        return true;
    }

    /// Empty when the picture had targets and none of them can be written.
    private Optional<List<ExportTarget>> targets(LabelledImage image) {
        OutsideCut cut = new OutsideCut(image.size(), project.schema().edges(), options.outside());
        List<ExportTarget> targets = new ArrayList<>();
        for (int i = 0; i < image.targets().size(); i++) {
            OutsideCut.Result result = cut.apply(image.targets().get(i));
            String name = project.schema().classNames().get(image.targets().get(i).classIndex());
            Severity severity = result.target().isPresent() ? Severity.WARNING : Severity.REFUSED;
            int number = i + 1;
            result.finding()
                    .ifPresent(rule ->
                            find(severity, source(image), rule, number, name, result.outside()));
            result.target().ifPresent(targets::add);
        }
        if (targets.isEmpty() && !image.targets().isEmpty()) {
            refuse(source(image), "export-nothing-left");
            return Optional.empty();
        }
        return Optional.of(targets);
    }

    /// The path with the suffix of the real format when a loader would not know its own.
    private String withSuffix(LabelledImage image) {
        Path source = source(image);
        if (DatasetPaths.isPicture(source)) {
            return image.path();
        }
        String suffix = files.get(image.id()).format().orElseThrow().suffix();
        return image.path() + "." + suffix;
    }

    private Path source(LabelledImage image) {
        return projectFolder.resolve(image.path()).normalize();
    }

    private void note(Path file, String rule, Object... arguments) {
        find(Severity.NOTE, file, rule, arguments);
    }

    private void warn(Path file, String rule, Object... arguments) {
        find(Severity.WARNING, file, rule, arguments);
    }

    private void refuse(Path file, String rule, Object... arguments) {
        find(Severity.REFUSED, file, rule, arguments);
    }

    private void find(Severity severity, Path file, String rule, Object... arguments) {
        findings.add(Finding.of(severity, file, 0, rule, arguments));
    }
}
