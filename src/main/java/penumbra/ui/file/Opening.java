package penumbra.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.edit.Edit;
import penumbra.format.ExistingRule;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.Formats;
import penumbra.format.ImportPlan;
import penumbra.format.LabelSet;
import penumbra.format.PictureFiles;
import penumbra.format.Progress;
import penumbra.format.SourceFiles;
import penumbra.format.yolo.DatasetPaths;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import penumbra.store.StoreException;
import penumbra.text.Texts;
import penumbra.ui.Pictures;

/// Opens what a person names: a project, a folder of pictures, a data.yaml, or the folder of a run,
/// which stands for what the run learnt from. Takes as long as the disk does: to be used on a
/// worker.
///
/// A folder gets a project of its own name in it, or the project that lies in it is taken; pictures
/// that are new in the folder join it. A data.yaml gets a project beside it into which its labels
/// come. Pictures are never written, copied or moved.
///
/// @param io writes the project
/// @param annotator who is named in the journal
public record Opening(Executor io, String annotator) {

    /// What an export leaves in its folder; copies of pictures are not pictures to be labelled.
    private static final String EXPORTED = "export.json";

    private static final String YOLO = "yolo-pose";

    /// @throws FormatException if it is none of these, or its labels cannot be read
    /// @throws StoreException if the project cannot be opened or made
    /// @throws RunException if it is the folder of a run that does not say what it learnt from
    public Opened open(Path source, Progress progress)
            throws FormatException, StoreException, RunException {
        Path place = SourceFiles.existing(source);
        if (Files.isDirectory(place)) {
            RunFolder run = new RunFolder(place);
            return Files.exists(run.arguments())
                    ? open(RunConfig.read(run.arguments()), progress).of(run)
                    : openFolder(place, progress);
        }
        return switch (SourceFiles.extension(place)) {
            case "penumbra" -> openProject(place);
            case "yaml", "yml" -> openData(place, new ProjectFile(projectIn(place.getParent())));
            default -> throw refusal(place, "open.other");
        };
    }

    private Opened open(RunConfig run, Progress progress)
            throws FormatException, StoreException, RunException {
        Path data =
                run.place(RunOption.DATA)
                        .orElseThrow(
                                () -> new RunException(Texts.of(Opening.class, "open.run-data")));
        return open(DatasetPaths.dataYaml(data).orElse(data), progress);
    }

    private static FormatException refusal(Path place, String key) {
        return new FormatException(
                new Finding(Severity.REFUSED, place, 0, key, Texts.of(Opening.class, key)));
    }

    /// The labels of a data.yaml in a project that is made where there is none.
    public Opened openData(Path yaml, ProjectFile file) throws FormatException, StoreException {
        LabelSet labels = Formats.byId(YOLO).orElseThrow().read(yaml, annotator);
        boolean known = Files.exists(file.path());
        Optional<ProjectStore> old =
                known ? Optional.of(ProjectStore.open(file.path(), io)) : Optional.empty();
        Optional<Project> before = old.map(ProjectStore::project);
        ImportPlan plan;
        try {
            plan = ImportPlan.of(before, file.folder(), labels, Map.of(), ExistingRule.KEEP);
        } catch (FormatException e) {
            old.ifPresent(ProjectStore::close);
            throw e;
        }
        ProjectStore store =
                known ? old.get() : ProjectStore.create(file.path(), plan.schemaBefore(), io);
        if (store.readOnly()) {
            return opened(store, store.project(), List.of(), Optional.empty());
        }
        write(store, Optional.of(plan.schemaAfter()), plan.edits());
        return opened(store, plan.after(), plan.findings(), Optional.empty());
    }

    private Opened openProject(Path file) throws StoreException {
        ProjectStore store = ProjectStore.open(file, io);
        return opened(store, store.project(), List.of(), Optional.empty());
    }

    private Opened openFolder(Path folder, Progress progress)
            throws FormatException, StoreException {
        List<Path> files = SourceFiles.below(folder);
        ProjectFile file = new ProjectFile(projectIn(folder));
        boolean known = Files.exists(file.path());
        if (!known && files.stream().noneMatch(PictureFiles::named)) {
            throw refusal(folder, "open.no-pictures");
        }
        ProjectStore store =
                known
                        ? ProjectStore.open(file.path(), io)
                        : ProjectStore.create(file.path(), Schema.ARMOR_PLATE, io);
        if (store.readOnly()) {
            return opened(store, store.project(), List.of(), Optional.empty());
        }
        try {
            return withNewPictures(store, files, folder, progress);
        } catch (StoreException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Opened withNewPictures(
            ProjectStore store, List<Path> files, Path folder, Progress progress)
            throws StoreException {
        List<Finding> findings = new ArrayList<>();
        List<LabelledImage> found = newPictures(store, files, progress, findings);
        write(
                store,
                Optional.empty(),
                found.stream().map(image -> Edit.add("add-picture", image)).toList());
        List<LabelledImage> all = new ArrayList<>(store.project().images());
        all.addAll(found);
        Project project = Project.of(store.project().schema(), all);
        Optional<LabelsBeside> beside =
                project.targetCount() == 0 ? LabelsBeside.among(files, folder) : Optional.empty();
        return opened(store, project, findings, beside);
    }

    private static Opened opened(
            ProjectStore store,
            Project project,
            List<Finding> findings,
            Optional<LabelsBeside> beside) {
        return new Opened(store, project, Pictures.of(project), findings, beside, Optional.empty());
    }

    /// The project that lies in the folder, or that would: with the name of the folder, else the
    /// first.
    private static Path projectIn(Path folder) throws FormatException {
        Path own =
                folder.resolve(
                        (folder.getFileName() == null ? "pictures" : folder.getFileName())
                                + ProjectFile.SUFFIX);
        return Files.exists(own)
                ? own
                : SourceFiles.below(folder, 1).stream()
                        .filter(f -> f.toString().endsWith(ProjectFile.SUFFIX))
                        .findFirst()
                        .orElse(own);
    }

    private static List<LabelledImage> newPictures(
            ProjectStore store, List<Path> files, Progress progress, List<Finding> findings) {
        Set<String> known =
                store.project().images().stream()
                        .map(LabelledImage::path)
                        .collect(Collectors.toCollection(HashSet::new));
        Set<Path> exports =
                files.stream()
                        .filter(f -> f.getFileName().toString().equals(EXPORTED))
                        .map(Path::getParent)
                        .collect(Collectors.toSet());
        List<Path> pictures =
                files.stream()
                        .filter(PictureFiles::named)
                        .filter(f -> exports.stream().noneMatch(f::startsWith))
                        .filter(f -> !known.contains(store.file().relative(f)))
                        .toList();
        long id = store.project().images().stream().mapToLong(LabelledImage::id).max().orElse(0);
        List<LabelledImage> found = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Path picture = pictures.get(i);
            progress.at(i, pictures.size());
            try {
                found.add(
                        new LabelledImage(
                                ++id,
                                store.file().relative(picture),
                                ImageReader.size(picture),
                                List.of(),
                                LabelState.UNLABELLED,
                                ""));
            } catch (PictureException e) {
                findings.add(new Finding(Severity.REFUSED, picture, 0, "picture", e.getMessage()));
            }
        }
        return found;
    }

    private void write(ProjectStore store, Optional<Schema> schema, List<Edit> edits)
            throws StoreException {
        try {
            if (!edits.isEmpty()) {
                store.commitAll(schema, edits, annotator).join();
            }
        } catch (CompletionException e) {
            store.close();
            if (e.getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
