package penumbra.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import penumbra.model.LabelClass;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Another list of classes and other OKS sigmas for a project, while they are being thought about.
/// [#step] makes one step of undo of it, in which every plate keeps its class: where classes change
/// places, the plates are renumbered with them.
///
/// @param classes in their new order
/// @param oksSigmas one for each keypoint
public record SchemaDraft(List<Row> classes, List<Double> oksSigmas) {

    /// A class of the draft.
    ///
    /// @param origin its index in the schema as it is; empty for a new one
    public record Row(OptionalInt origin, String name, String colour) {}

    public SchemaDraft {
        classes = List.copyOf(classes);
        oksSigmas = List.copyOf(oksSigmas);
    }

    /// The schema as it is.
    public static SchemaDraft of(Schema schema) {
        List<Row> rows =
                IntStream.range(0, schema.classes().size())
                        .mapToObj(i -> row(OptionalInt.of(i), schema.classes().get(i)))
                        .toList();
        return new SchemaDraft(rows, schema.oksSigmas());
    }

    /// One more class at the end, in the colour that its name suggests.
    public SchemaDraft withClass(String name) {
        List<Row> rows = new ArrayList<>(classes);
        LabelClass added = Schema.plain(List.of("any"), List.of(name)).classes().getFirst();
        rows.add(row(OptionalInt.empty(), added));
        return new SchemaDraft(rows, oksSigmas);
    }

    /// The class at that place under another name or in another colour.
    public SchemaDraft with(int place, String name, String colour) {
        List<Row> rows = new ArrayList<>(classes);
        rows.set(place, new Row(rows.get(place).origin(), name, colour));
        return new SchemaDraft(rows, oksSigmas);
    }

    /// The class at one place moved to another.
    public SchemaDraft moved(int from, int to) {
        List<Row> rows = new ArrayList<>(classes);
        rows.add(to, rows.remove(from));
        return new SchemaDraft(rows, oksSigmas);
    }

    /// Without the class at that place.
    public SchemaDraft without(int place) {
        List<Row> rows = new ArrayList<>(classes);
        rows.remove(place);
        return new SchemaDraft(rows, oksSigmas);
    }

    /// With another sigma of one keypoint.
    public SchemaDraft withSigma(int keypoint, double sigma) {
        List<Double> sigmas = new ArrayList<>(oksSigmas);
        sigmas.set(keypoint, sigma);
        return new SchemaDraft(classes, sigmas);
    }

    /// How many plates of the project have the class at that place.
    public long uses(int place, Project project) {
        OptionalInt origin = classes.get(place).origin();
        return project.images().stream()
                .flatMap(image -> image.targets().stream())
                .filter(t -> origin.isPresent() && t.classIndex() == origin.getAsInt())
                .count();
    }

    /// The first class name that is blank or occurs twice.
    public Optional<String> faultyName() {
        Set<String> seen = new HashSet<>();
        return classes.stream()
                .map(Row::name)
                .filter(name -> name.isBlank() || !seen.add(name))
                .findFirst();
    }

    /// What makes this the schema of the project; empty when it is so already.
    ///
    /// @throws IllegalArgumentException if a class that plates have is not among those of the
    ///   draft, or a name or a sigma is none
    public Optional<Step> step(Project project) {
        Schema old = project.schema();
        Schema schema =
                new Schema(
                        old.keypoints(),
                        old.edges(),
                        old.flip(),
                        oksSigmas,
                        classes.stream().map(r -> new LabelClass(r.name(), r.colour())).toList(),
                        old.noise());
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            int place = i;
            classes.get(i).origin().ifPresent(origin -> places.put(origin, place));
        }
        List<Edit> edits =
                project.images().stream()
                        .flatMap(image -> renumbered(image, places).stream())
                        .toList();
        return edits.isEmpty() && schema.equals(old)
                ? Optional.empty()
                : Optional.of(new Step(old, schema, edits));
    }

    private static Optional<Edit> renumbered(LabelledImage image, Map<Integer, Integer> places) {
        List<Target> targets =
                image.targets().stream()
                        .map(t -> t.withClassIndex(place(t.classIndex(), places)))
                        .toList();
        return targets.equals(image.targets())
                ? Optional.empty()
                : Optional.of(Edit.change("renumber-classes", image, image.withTargets(targets)));
    }

    private static int place(int origin, Map<Integer, Integer> places) {
        if (!places.containsKey(origin)) {
            throw new IllegalArgumentException("plates have the class " + origin);
        }
        return places.get(origin);
    }

    private static Row row(OptionalInt origin, LabelClass labelClass) {
        return new Row(origin, labelClass.name(), labelClass.colour());
    }
}
