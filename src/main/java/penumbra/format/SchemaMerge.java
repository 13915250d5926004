package penumbra.format;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import penumbra.format.Finding.Severity;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// How the keypoints and classes of a source become those of a project.
///
/// @param before the project's schema
/// @param after that schema with the classes appended that were missing
/// @param keypointNames names of the source's keypoints as the project calls them
/// @param classIndices project class index by source class index; only of classes that occur
record SchemaMerge(
        Schema before,
        Schema after,
        List<String> keypointNames,
        Map<Integer, Integer> classIndices) {

    static SchemaMerge of(
            Optional<Schema> project,
            Path folder,
            LabelSet labels,
            Map<String, String> classMapping,
            Findings findings)
            throws FormatException {
        List<String> classes =
                labels.schema().classNames().stream()
                        .map(name -> classMapping.getOrDefault(name, name))
                        .toList();
        for (String name : new TreeSet<>(classMapping.keySet())) {
            if (classMapping.get(name).isBlank()) {
                throw new FormatException(
                        Finding.of(Severity.REFUSED, folder, 0, "class-mapping-blank", name));
            }
            if (!labels.schema().classNames().contains(name)) {
                findings.note(folder, 0, "class-mapping-unused", Excerpt.of(name));
            }
        }
        Schema before = project.orElseGet(() -> first(labels, classes));
        List<String> keypointNames = keypointNames(labels, before, folder, findings);
        Schema after = before;
        Map<Integer, Integer> indices = new TreeMap<>();
        for (int index : occurring(labels)) {
            String name = classes.get(index);
            if (after.classIndex(name).isEmpty()) {
                after = after.withClass(name);
            }
            indices.put(index, after.classIndex(name).getAsInt());
        }
        return new SchemaMerge(before, after, keypointNames, indices);
    }

    /// The target as the project has it: its class by name, its keypoints in the project's order;
    /// id, points, box and annotator unchanged.
    Target target(Target target) {
        Target renamed = target.withClassIndex(classIndices.get(target.classIndex()));
        return keypointNames.equals(before.keypoints())
                ? renamed
                : renamed.withKeypoints(
                        KeypointOrder.arranged(
                                target.keypoints(), keypointNames, before.keypoints()));
    }

    private static Schema first(LabelSet labels, List<String> classes) {
        Schema source = labels.schema();
        Schema plate = Schema.ARMOR_PLATE;
        if (!labels.declared() && source.keypointCount() == plate.keypointCount()) {
            return plate;
        }
        List<String> names = List.copyOf(new LinkedHashSet<>(classes));
        return new Schema(
                source.keypoints(),
                source.edges(),
                source.flip(),
                source.oksSigmas(),
                names.equals(source.classNames())
                        ? source.classes()
                        : Schema.plain(source.keypoints(), names).classes());
    }

    private static List<String> keypointNames(
            LabelSet labels, Schema project, Path folder, Findings findings)
            throws FormatException {
        List<String> source = labels.schema().keypoints();
        String theirs = Excerpt.sentence(String.join(" ", source));
        String ours = Excerpt.sentence(String.join(" ", project.keypoints()));
        if (source.size() != project.keypointCount()) {
            throw new FormatException(
                    Finding.of(
                            Severity.REFUSED,
                            folder,
                            0,
                            "keypoint-count-differs",
                            source.size(),
                            theirs,
                            project.keypointCount(),
                            ours));
        }
        if (KeypointOrder.sameNames(source, project.keypoints())) {
            return source;
        }
        if (labels.targetCount() > 0) {
            findings.note(folder, 0, "keypoints-matched-by-position", theirs, ours);
        }
        return project.keypoints();
    }

    private static Set<Integer> occurring(LabelSet labels) {
        Set<Integer> indices = new TreeSet<>();
        for (LabelledImage image : labels.images()) {
            image.targets().forEach(t -> indices.add(t.classIndex()));
        }
        return indices;
    }
}
