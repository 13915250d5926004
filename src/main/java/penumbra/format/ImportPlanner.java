package penumbra.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import penumbra.edit.Edit;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Target;

/// Works out one [ImportPlan], picture by picture.
final class ImportPlanner {

    private static final String LABEL = "import";

    /// Where a target is and what it is, without its id and annotator.
    private record Content(int classIndex, List<Keypoint> keypoints) {

        static Content of(Target target) {
            return new Content(target.classIndex(), target.keypoints());
        }
    }

    private final Path folder;
    private final LabelSet labels;
    private final ExistingRule rule;
    private final Findings findings = new Findings(Integer.MAX_VALUE);
    private final SchemaMerge schema;
    private final Project before;
    private final Map<Path, LabelledImage> known = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private int picturesNew;
    private int picturesChanged;
    private int picturesKept;
    private int targetsIn;

    ImportPlanner(
            Optional<Project> existing,
            Path folder,
            LabelSet labels,
            Map<String, String> classMapping,
            ExistingRule rule)
            throws FormatException {
        this.folder = folder.toAbsolutePath().normalize();
        this.labels = labels;
        this.rule = rule;
        for (Finding finding : labels.findings()) {
            findings.add(finding);
        }
        schema =
                SchemaMerge.of(
                        existing.map(Project::schema), folder, labels, classMapping, findings);
        before = existing.orElseGet(() -> Project.empty(schema.before()));
        before.images().forEach(image -> known.put(resolved(image), image));
    }

    ImportPlan plan() throws FormatException {
        long nextId = before.images().isEmpty() ? 1 : before.images().getLast().id() + 1;
        Map<Long, LabelledImage> images = new LinkedHashMap<>();
        before.images().forEach(image -> images.put(image.id(), image));
        for (Map.Entry<Path, List<LabelledImage>> entry : entries().entrySet()) {
            LabelledImage source = combined(entry.getKey(), entry.getValue());
            LabelledImage ours = known.get(entry.getKey());
            if (ours == null) {
                LabelledImage added = added(source, entry.getKey(), nextId++);
                images.put(added.id(), added);
                edits.add(Edit.add(LABEL, added));
            } else {
                LabelledImage changed = merged(ours, source);
                if (changed != ours) {
                    picturesChanged++;
                    images.put(changed.id(), changed);
                    edits.add(Edit.change(LABEL, ours, changed));
                } else {
                    picturesKept++;
                }
            }
        }
        Project after = Project.of(schema.after(), List.copyOf(images.values()));
        return new ImportPlan(before, after, edits, counts(), findings.list());
    }

    private ImportPlan.Counts counts() {
        long refused =
                findings.list().stream()
                        .filter(f -> f.severity() == Finding.Severity.REFUSED)
                        .count();
        return new ImportPlan.Counts(
                picturesNew, picturesChanged, picturesKept, targetsIn, (int) refused);
    }

    private Map<Path, List<LabelledImage>> entries() {
        Map<Path, List<LabelledImage>> entries = new LinkedHashMap<>();
        for (LabelledImage image : labels.images()) {
            entries.computeIfAbsent(resolved(image), path -> new ArrayList<>()).add(image);
        }
        return entries;
    }

    private Path resolved(LabelledImage image) {
        return folder.resolve(image.path()).normalize();
    }

    /// One entry for the picture, its targets as the project has them.
    private LabelledImage combined(Path path, List<LabelledImage> entries) throws FormatException {
        LabelledImage first = entries.getFirst();
        List<Target> targets = new ArrayList<>();
        for (LabelledImage entry : entries) {
            if (entry.size().equals(first.size())) {
                entry.targets().forEach(t -> targets.add(schema.target(t)));
            } else {
                refuseSize(path, first, entry);
            }
        }
        if (entries.size() > 1) {
            findings.note(path, 0, "entries-combined", entries.size(), targets.size());
        }
        return first.withTargets(targets);
    }

    private LabelledImage added(LabelledImage source, Path path, long id) {
        picturesNew++;
        targetsIn += source.targets().size();
        return new LabelledImage(
                id, stored(path), source.size(), source.targets(), state(source), "");
    }

    private String stored(Path path) {
        Path kept = path.startsWith(folder) ? folder.relativize(path) : path;
        return SourceFiles.slashed(kept);
    }

    private LabelledImage merged(LabelledImage ours, LabelledImage source) throws FormatException {
        boolean untouched = ours.targets().isEmpty() && ours.state() == LabelState.UNLABELLED;
        if (source.targets().isEmpty()) {
            return untouched && state(source) == LabelState.LABELLED
                    ? ours.withState(LabelState.LABELLED, ours.note())
                    : ours;
        }
        Path path = resolved(ours);
        if (!ours.size().equals(source.size())) {
            refuseSize(path, ours, source);
            return ours;
        }
        return switch (untouched ? ExistingRule.ADD : rule) {
            case KEEP -> {
                if (!contents(ours.targets()).containsAll(contents(source.targets()))) {
                    findings.note(
                            path,
                            0,
                            "existing-kept",
                            ours.targets().size(),
                            ours.state(),
                            source.targets().size());
                }
                yield ours;
            }
            case REPLACE -> {
                targetsIn += source.targets().size();
                yield relabelled(ours, source.targets());
            }
            case ADD -> {
                List<Target> fresh = fresh(ours, source.targets(), path);
                targetsIn += fresh.size();
                List<Target> all = new ArrayList<>(ours.targets());
                all.addAll(fresh);
                yield fresh.isEmpty() ? ours : relabelled(ours, all);
            }
        };
    }

    private static Set<Content> contents(List<Target> targets) {
        return targets.stream().map(Content::of).collect(Collectors.toSet());
    }

    private List<Target> fresh(LabelledImage ours, List<Target> targets, Path path)
            throws FormatException {
        Set<Content> there = contents(ours.targets());
        List<Target> fresh = targets.stream().filter(t -> !there.contains(Content.of(t))).toList();
        if (fresh.size() < targets.size()) {
            findings.note(path, 0, "existing-same", targets.size() - fresh.size());
        }
        return fresh;
    }

    private static LabelledImage relabelled(LabelledImage ours, List<Target> targets) {
        boolean flagged = ours.state() == LabelState.FLAGGED;
        return ours.withTargets(targets)
                .withState(flagged ? LabelState.FLAGGED : LabelState.LABELLED, ours.note());
    }

    /// Labelled with targets, or where the source says that the picture shows none.
    private static LabelState state(LabelledImage source) {
        return source.targets().isEmpty() && source.state() == LabelState.UNLABELLED
                ? LabelState.UNLABELLED
                : LabelState.LABELLED;
    }

    private void refuseSize(Path path, LabelledImage ours, LabelledImage source)
            throws FormatException {
        findings.refuse(
                path, 0, "size-differs", ours.size(), source.size(), source.targets().size());
    }
}
