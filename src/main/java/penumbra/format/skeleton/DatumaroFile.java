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
import penumbra.format.PictureFiles;
import penumbra.format.Refusal;
import penumbra.format.SourceFiles;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;

/// Reads one Datumaro file: first the categories, then, in a second pass, the items.
final class DatumaroFile {

    private final Path file;
    private final String annotator;
    private final Findings findings;
    private final List<String> labels = new ArrayList<>();
    private final Map<Integer, Category> skeletons = new LinkedHashMap<>();
    private final List<StatedPicture> pictures = new ArrayList<>();
    private final KeypointTriples triples;
    private boolean recognised;

    private DatumaroFile(Path file, String annotator, Findings findings) {
        this.file = file;
        this.annotator = annotator;
        this.findings = findings;
        triples = new KeypointTriples(file);
    }

    static AnnotationFile parse(Path file, byte[] bytes, String annotator, Findings findings)
            throws FormatException {
        return new DatumaroFile(file, annotator, findings).parse(bytes);
    }

    private AnnotationFile parse(byte[] bytes) throws FormatException {
        members(
                bytes,
                (name, json) -> {
                    if (name.equals("categories")) {
                        JsonValue value = json.value();
                        findings.attempt(file, () -> categories(value));
                    }
                });
        members(
                bytes,
                (name, json) -> {
                    if (name.equals("items")) {
                        recognised = true;
                        json.array(() -> item(json));
                    }
                });
        if (!recognised) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, file, 0, "not-this-format", "datumaro", "items"));
        }
        return new AnnotationFile(List.copyOf(skeletons.values()), pictures);
    }

    private void categories(JsonValue categories) throws Refusal {
        for (JsonValue label : categories.get("label").get("labels").elements()) {
            labels.add(label.get("name").text());
        }
        if (categories.find("points").isPresent()) {
            for (JsonValue item : categories.get("points").get("items").elements()) {
                int id = item.get("label_id").integer();
                skeletons.put(id, category(item, name(item, id)));
            }
        }
    }

    private Category category(JsonValue item, String name) throws Refusal {
        List<String> names = item.get("labels").texts();
        List<int[]> pairs = new ArrayList<>();
        if (item.find("joints").isPresent()) {
            for (JsonValue joint : item.get("joints").elements()) {
                List<Double> ends = joint.numbers();
                if (ends.size() == 2) {
                    pairs.add(new int[] {ends.get(0).intValue(), ends.get(1).intValue()});
                }
            }
        }
        return Category.checked(
                file, item.line(), name, names, Category.edges(pairs, names.size()));
    }

    private String name(JsonValue at, int labelId) throws Refusal {
        if (labelId < 0 || labelId >= labels.size()) {
            throw new Refusal(at.line(), "category-unknown", labelId);
        }
        return labels.get(labelId);
    }

    private void item(JsonReader json) throws FormatException {
        JsonValue item = json.value();
        findings.attempt(file, () -> item(item));
    }

    private void item(JsonValue item) throws Refusal, FormatException {
        JsonValue image = item.find("image").isPresent() ? item.get("image") : item;
        List<String> names = names(item, image);
        Optional<Size> size = size(image);
        List<Skeleton> found = new ArrayList<>();
        if (item.find("annotations").isPresent()) {
            for (JsonValue annotation : item.get("annotations").elements()) {
                findings.attempt(file, () -> found.add(skeleton(annotation)));
            }
        }
        pictures.add(
                new StatedPicture(file, item.line(), names, SourceFiles.stem(file), size, found));
    }

    /// The stated path, else the item's id with any picture type.
    private static List<String> names(JsonValue item, JsonValue image) throws Refusal {
        Optional<JsonValue> path = image.find("path");
        if (path.isPresent() && !path.get().text().isBlank()) {
            return List.of(PicturePlaces.checked(image.line(), path.get().text()));
        }
        return PictureFiles.withAnyType(PicturePlaces.checked(item.line(), item.get("id").id()));
    }

    private static Optional<Size> size(JsonValue image) throws Refusal {
        Optional<JsonValue> size = image.find("size");
        if (size.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sides = size.get().numbers();
        if (sides.size() != 2) {
            throw new Refusal(size.get().line(), "json-type", "size", "list of height and width");
        }
        return StatedPicture.size(image.line(), sides.get(1), sides.get(0));
    }

    private Skeleton skeleton(JsonValue annotation) throws Refusal, FormatException {
        String type = annotation.get("type").text();
        if (!type.equals("skeleton")) {
            throw new Refusal(annotation.line(), "shape", Excerpt.of(type), "-");
        }
        int id = annotation.get("label_id").integer();
        String name = name(annotation, id);
        Category category = skeletons.get(id);
        if (category == null) {
            throw new Refusal(annotation.line(), "no-keypoints", Excerpt.of(name));
        }
        List<String> names = new ArrayList<>();
        List<Keypoint> points = new ArrayList<>();
        if (annotation.find("elements").isPresent()) {
            for (JsonValue element : annotation.get("elements").elements()) {
                element(element, names, points);
            }
        } else {
            names.addAll(category.keypoints());
            points.addAll(triples.parse(annotation.get("points"), category));
        }
        return new Skeleton(
                annotation.line(),
                name,
                Optional.of(category),
                names,
                points,
                true,
                Optional.empty(),
                annotator);
    }

    private void element(JsonValue element, List<String> names, List<Keypoint> points)
            throws Refusal {
        List<Double> xy = element.get("points").numbers();
        Optional<JsonValue> stated = element.find("visibility");
        List<Double> codes = stated.isPresent() ? stated.get().numbers() : List.of(2.0);
        if (xy.size() != 2 || codes.size() != 1) {
            throw new Refusal(element.line(), "json-type", "elements", "list of single points");
        }
        String name = name(element, element.get("label_id").integer());
        if (names.contains(name)) {
            throw new Refusal(element.line(), "point-twice", Excerpt.of(name));
        }
        names.add(name);
        points.add(
                KeypointTriples.keypoint(element.line(), xy.get(0), xy.get(1), codes.getFirst()));
    }

    private interface Member {
        void at(String name, JsonReader json) throws FormatException;
    }

    private void members(byte[] bytes, Member each) throws FormatException {
        try (JsonReader json = new JsonReader(file, bytes, Set.of("rle"))) {
            json.document(() -> json.object(name -> each.at(name, json)));
        }
    }
}
