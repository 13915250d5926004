package penumbra.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.edit.Step;
import penumbra.model.Project;
import penumbra.model.Schema;

/// What an import would do, worked out without doing it: shown by a dry run, then carried out edit
/// by edit.
///
/// `before.withSchema(after.schema())` and then every edit in order gives `after`.
///
/// @param before the project as it was; for a new one an empty project with its first schema
/// @param after the project with the labels in it
/// @param edits one for each picture that is new or changes
/// @param counts what happens to how many
/// @param findings what was noticed while reading the source and while planning
public record ImportPlan(
        Project before, Project after, List<Edit> edits, Counts counts, List<Finding> findings) {

    /// @param picturesNew pictures that the project did not have
    /// @param picturesChanged pictures of the project whose labels change
    /// @param picturesKept pictures of both that stay as the project has them
    /// @param targetsIn targets that come in
    /// @param refused entries, files or pictures that were not taken in
    public record Counts(
            int picturesNew, int picturesChanged, int picturesKept, int targetsIn, int refused) {}

    public ImportPlan {
        edits = List.copyOf(edits);
        findings = List.copyOf(findings);
    }

    /// Plans an import.
    ///
    /// - **Schema.** A new project takes the source's where the source declares one, else that of
    ///   an armor plate where the keypoint count fits. Classes that occur and are missing are
    ///   appended; nothing is dropped and no class index of the project changes.
    /// - **Keypoints.** The same names in another order are sorted; other names are taken by
    ///   position, with a note.
    /// - **Pictures** are the same when their resolved paths are. Below `folder` a picture is
    ///   stored relative to it, with forward slashes, else absolute. Several entries of one picture
    ///   are combined. A picture without labels in the source never changes the labels of one of
    ///   the project.
    /// - **State.** New or changed pictures are LABELLED when they have labels or the source says
    ///   that they show none (an empty label file), else UNLABELLED. A picture that is labelled,
    ///   reviewed or flagged stays under [ExistingRule#KEEP]; a flag and its note outlive the other
    ///   rules too.
    ///
    /// @param existing the project to import into; empty for a new one
    /// @param folder the folder of the project file
    /// @param classMapping source class name to project class name; unmapped ones keep their name
    /// @throws FormatException if the source has another number of keypoints than the project, or a
    ///   mapping gives a class a blank name
    public static ImportPlan of(
            Optional<Project> existing,
            Path folder,
            LabelSet labels,
            Map<String, String> classMapping,
            ExistingRule rule)
            throws FormatException {
        return new ImportPlanner(existing, folder, labels, classMapping, rule).plan();
    }

    /// The import as one step; empty when it would change no picture.
    public Optional<Step> step() {
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(schemaBefore(), schemaAfter(), edits));
    }

    /// The schema before the import.
    public Schema schemaBefore() {
        return before.schema();
    }

    /// The schema after it: the same or a grown one.
    public Schema schemaAfter() {
        return after.schema();
    }
}
