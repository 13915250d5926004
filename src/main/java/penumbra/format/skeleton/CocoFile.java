package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import penumbra.format.Excerpt;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.Refusal;
import penumbra.format.SourceFiles;
import penumbra.geometry.Box;

/// Reads one COCO file: first categories and pictures, then, in a second pass, the annotations that
/// refer to them.
final class CocoFile {

    private interface Entry {
        void read(JsonValue value) throws Refusal, FormatException;
    }

    private final Path file;
    private final byte[] bytes;
    private final String annotator;
    private final Findings findings;
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, StatedPicture> pictures = new LinkedHashMap<>();
    private final Map<String, List<Skeleton>> skeletons = new LinkedHashMap<>();
    private final KeypointTriples triples;
    private boolean recognised;

    private CocoFile(Path file, byte[] bytes, String annotator, Findings findings) {
        this.file = file;
        this.bytes = bytes;
        this.annotator = annotator;
        this.findings = findings;
        triples = new KeypointTriples(file);
    }

    static AnnotationFile parse(Path file, byte[] bytes, String annotator, Findings findings)
            throws FormatException {
        return new CocoFile(file, bytes, annotator, findings).parse();
    }

    private AnnotationFile parse() throws FormatException {
        arrays(Map.of("categories", this::category, "images", this::picture));
        arrays(Map.of("annotations", this::annotation));
        if (!recognised) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, file, 0, "not-this-format", "coco", "images"));
        }
        return new AnnotationFile(
                List.copyOf(categories.values()),
                pictures.entrySet().stream()
                        .map(e -> e.getValue().withSkeletons(skeletons.get(e.getKey())))
                        .toList());
    }

    private void arrays(Map<String, Entry> entries) throws FormatException {
        try (JsonReader json = new JsonReader(file, bytes, Set.of("segmentation"))) {
            json.document(() ->
                    json.object(name -> {
                        Entry entry = entries.get(name);
                        if (entry != null) {
                            recognised |= !name.equals("categories");
                            json.array(() -> entry(entry, json));
                        }
                    }));
        }
    }

    private void entry(Entry entry, JsonReader json) throws FormatException {
        JsonValue value = json.value();
        findings.attempt(file, () -> entry.read(value));
    }

    private void category(JsonValue value) throws Refusal {
        String name = value.get("name").text();
        Optional<JsonValue> keypoints = value.find("keypoints");
        List<String> names = keypoints.isPresent() ? keypoints.get().texts() : List.of();
        List<int[]> pairs = new ArrayList<>();
        if (value.find("skeleton").isPresent()) {
            for (JsonValue pair : value.get("skeleton").elements()) {
                pairs.add(pair(pair));
            }
        }
        Category category =
                Category.checked(
                        file, value.line(), name, names, Category.edges(pairs, names.size()));
        if (categories.putIfAbsent(value.get("id").id(), category) != null) {
            throw new Refusal(value.line(), "id-twice", value.get("id").id());
        }
    }

    private static int[] pair(JsonValue pair) throws Refusal {
        List<JsonValue> ends = pair.elements();
        if (ends.size() != 2) {
            throw new Refusal(pair.line(), "json-type", "skeleton", "list of pairs");
        }
        return new int[] {ends.getFirst().integer(), ends.getLast().integer()};
    }

    private void picture(JsonValue value) throws Refusal {
        String id = value.get("id").id();
        StatedPicture picture =
                new StatedPicture(
                        file,
                        value.line(),
                        List.of(PicturePlaces.checked(value.line(), value.get("file_name").text())),
                        split(),
                        StatedPicture.size(
                                value.line(), side(value, "width"), side(value, "height")),
                        List.of());
        if (pictures.putIfAbsent(id, picture) != null) {
            throw new Refusal(value.line(), "id-twice", id);
        }
        skeletons.put(id, new ArrayList<>());
    }

    private static double side(JsonValue value, String name) throws Refusal {
        Optional<JsonValue> side = value.find(name);
        return side.isPresent() ? side.get().number() : 0;
    }

    /// `train` for `person_keypoints_train.json`.
    private String split() {
        String stem = SourceFiles.stem(file);
        return stem.substring(stem.lastIndexOf('_') + 1);
    }

    private void annotation(JsonValue value) throws Refusal, FormatException {
        String pictureId = value.get("image_id").id();
        String categoryId = value.get("category_id").id();
        Category category = categories.get(categoryId);
        List<Skeleton> of = skeletons.get(pictureId);
        if (of == null) {
            throw new Refusal(value.line(), "picture-unknown", Excerpt.of(pictureId));
        }
        if (category == null) {
            throw new Refusal(value.line(), "category-unknown", Excerpt.of(categoryId));
        }
        if (value.find("iscrowd").map(JsonValue::isTrue).orElse(false)) {
            throw new Refusal(value.line(), "crowd");
        }
        if (value.find("keypoints").isEmpty()) {
            throw new Refusal(value.line(), "no-keypoints", Excerpt.of(category.name()));
        }
        of.add(
                new Skeleton(
                        value.line(),
                        category.name(),
                        Optional.of(category),
                        category.keypoints(),
                        triples.parse(value.get("keypoints"), category),
                        true,
                        box(value),
                        annotator));
    }

    private Optional<Box> box(JsonValue annotation) throws Refusal, FormatException {
        Optional<JsonValue> bbox = annotation.find("bbox");
        if (bbox.isEmpty()) {
            return Optional.empty();
        }
        List<Double> b = bbox.get().numbers();
        if (b.size() != 4 || b.get(2) < 0 || b.get(3) < 0) {
            findings.warn(file, bbox.get().line(), "box-left-out");
            return Optional.empty();
        }
        return Optional.of(new Box(b.get(0), b.get(1), b.get(2), b.get(3)));
    }
}
