package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import penumbra.format.Excerpt;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.Refusal;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// Reads one labelme file.
final class LabelMeFile {

    private final Path file;
    private final String annotator;
    private final Findings findings;
    private final Map<String, JsonValue> header = new LinkedHashMap<>();
    private final Map<String, NamedPoints> groups = new LinkedHashMap<>();
    private final Map<String, JsonValue> rectangles = new LinkedHashMap<>();
    private final List<Skeleton> skeletons = new ArrayList<>();
    private boolean recognised;

    private LabelMeFile(Path file, String annotator, Findings findings) {
        this.file = file;
        this.annotator = annotator;
        this.findings = findings;
    }

    static AnnotationFile parse(Path file, byte[] bytes, String annotator, Findings findings)
            throws FormatException {
        return new LabelMeFile(file, annotator, findings).parse(bytes);
    }

    private AnnotationFile parse(byte[] bytes) throws FormatException {
        try (JsonReader json = new JsonReader(file, bytes, Set.of("mask"))) {
            json.document(() -> json.object(name -> member(name, json)));
        }
        if (!recognised) {
            throw refused(new Refusal(0, "not-this-format", "labelme", "shapes"));
        }
        for (Map.Entry<String, JsonValue> entry : rectangles.entrySet()) {
            findings.attempt(file, () -> frame(entry.getKey(), entry.getValue()));
        }
        groups.values().stream()
                .filter(group -> !group.isEmpty())
                .forEach(group -> skeletons.add(group.skeleton(annotator)));
        try {
            return new AnnotationFile(List.of(), List.of(picture()));
        } catch (Refusal refusal) {
            throw refused(refusal);
        }
    }

    private void member(String name, JsonReader json) throws FormatException {
        switch (name) {
            case "shapes" -> {
                recognised = true;
                json.array(() -> shape(json));
            }
            case "imagePath", "imageWidth", "imageHeight" -> header.put(name, json.value());
            default -> {}
        }
    }

    private StatedPicture picture() throws Refusal {
        JsonValue path = header.get("imagePath");
        if (path == null) {
            throw new Refusal(1, "json-missing", "imagePath");
        }
        return new StatedPicture(
                file,
                path.line(),
                List.of(PicturePlaces.checked(path.line(), path.text())),
                "",
                StatedPicture.size(path.line(), side("imageWidth"), side("imageHeight")),
                skeletons);
    }

    private double side(String name) throws Refusal {
        JsonValue side = header.get(name);
        return side == null || side.content() == JsonValue.NULL ? 0 : side.number();
    }

    private void shape(JsonReader json) throws FormatException {
        JsonValue shape = json.value();
        findings.attempt(file, () -> shape(shape));
    }

    private void shape(JsonValue shape) throws Refusal {
        Optional<JsonValue> type = shape.find("shape_type");
        String kind = type.isPresent() ? type.get().text() : "polygon";
        Optional<JsonValue> group = shape.find("group_id");
        switch (kind) {
            case "polygon", "linestrip" -> skeletons.add(outline(shape));
            case "point" -> {
                if (group.isEmpty()) {
                    throw new Refusal(
                            shape.line(), "point-without-group", label(shape), "group_id");
                }
                point(shape, group.get().id());
            }
            case "rectangle" -> {
                if (group.isEmpty()) {
                    throw new Refusal(shape.line(), "no-keypoints", label(shape));
                }
                if (rectangles.putIfAbsent(group.get().id(), shape) != null) {
                    throw new Refusal(shape.line(), "second-box", Excerpt.of(group.get().id()));
                }
            }
            default -> throw new Refusal(shape.line(), "shape", Excerpt.of(kind), label(shape));
        }
    }

    private Skeleton outline(JsonValue shape) throws Refusal {
        List<Keypoint> points = new ArrayList<>();
        for (Point p : points(shape)) {
            points.add(new Keypoint(p, Visibility.VISIBLE));
        }
        return new Skeleton(
                shape.line(),
                shape.get("label").text(),
                Optional.empty(),
                List.of(),
                points,
                false,
                Optional.empty(),
                annotator);
    }

    private void point(JsonValue shape, String group) throws Refusal {
        List<Point> points = points(shape);
        if (points.size() != 1) {
            throw new Refusal(shape.line(), "json-type", "points", "list of one point");
        }
        groups.computeIfAbsent(group, g -> new NamedPoints(shape.line()))
                .add(shape.line(), shape.get("label").text(), points.getFirst());
    }

    /// The rectangle of a group names its class; without points in the group it is no target.
    private void frame(String group, JsonValue shape) throws Refusal {
        NamedPoints points = groups.get(group);
        if (points == null || points.isEmpty()) {
            throw new Refusal(shape.line(), "no-keypoints", label(shape));
        }
        List<Point> corners = points(shape);
        if (corners.size() != 2 && corners.size() != 4) {
            throw new Refusal(shape.line(), "json-type", "points", "list of two corners");
        }
        points.frame(shape.get("label").text(), Box.hull(corners));
    }

    private static List<Point> points(JsonValue shape) throws Refusal {
        List<Point> points = new ArrayList<>();
        for (JsonValue point : shape.get("points").elements()) {
            List<Double> xy = point.numbers();
            if (xy.size() != 2) {
                throw new Refusal(point.line(), "json-type", "points", "list of x, y pairs");
            }
            points.add(new Point(xy.get(0), xy.get(1)));
        }
        return points;
    }

    private static String label(JsonValue shape) throws Refusal {
        return Excerpt.of(shape.get("label").text());
    }

    private FormatException refused(Refusal refusal) {
        return new FormatException(refusal.in(file));
    }
}
