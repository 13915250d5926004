package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import penumbra.geometry.Size;

/// Groups the results of one Label Studio annotation into targets.
final class LabelStudioResult {

    /// A rectangle and the points that were given to it.
    private record Frame(Box extent, NamedPoints points) {

        boolean contains(Point p) {
            return p.x() >= extent.x()
                    && p.x() <= extent.right()
                    && p.y() >= extent.y()
                    && p.y() <= extent.bottom();
        }
    }

    private final Path file;
    private final Findings findings;
    private final Map<String, Frame> frames = new LinkedHashMap<>();
    private final Map<String, Set<String>> related = new LinkedHashMap<>();
    private Optional<Size> size = Optional.empty();

    LabelStudioResult(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /// The picture size that the results state, once they were read.
    Optional<Size> size() {
        return size;
    }

    List<Skeleton> skeletons(JsonValue result, String annotator) throws Refusal, FormatException {
        List<JsonValue> points = new ArrayList<>();
        for (JsonValue entry : result.elements()) {
            findings.attempt(file, () -> sort(entry, points));
        }
        NamedPoints unframed = new NamedPoints(result.line());
        for (JsonValue point : points) {
            findings.attempt(file, () -> point(point, unframed));
        }
        List<Skeleton> skeletons = new ArrayList<>();
        for (Frame frame : frames.values()) {
            if (frame.points().isEmpty()) {
                findings.refuse(
                        file,
                        frame.points().line(),
                        "no-keypoints",
                        Excerpt.of(frame.points().className()));
            } else {
                skeletons.add(frame.points().skeleton(annotator));
            }
        }
        if (!unframed.isEmpty()) {
            skeletons.add(unframed.skeleton(annotator));
        }
        return skeletons;
    }

    private void sort(JsonValue entry, List<JsonValue> points) throws Refusal, FormatException {
        String type = entry.get("type").text();
        switch (type) {
            case "keypointlabels" -> points.add(entry);
            case "rectanglelabels" -> rectangle(entry);
            case "relation" -> {
                String from = entry.get("from_id").id();
                String to = entry.get("to_id").id();
                related.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
                related.computeIfAbsent(to, id -> new LinkedHashSet<>()).add(from);
            }
            default -> throw new Refusal(entry.line(), "shape", Excerpt.of(type), "-");
        }
    }

    private void rectangle(JsonValue entry) throws Refusal, FormatException {
        JsonValue value = entry.get("value");
        Point corner = inPixels(entry, "x", "y");
        Point sides = inPixels(entry, "width", "height");
        if (sides.x() < 0 || sides.y() < 0) {
            throw new Refusal(entry.line(), "json-type", "width", "positive number");
        }
        String name = onlyLabel(value.get("rectanglelabels"));
        Box box = new Box(corner.x(), corner.y(), sides.x(), sides.y());
        NamedPoints points = new NamedPoints(entry.line());
        boolean turned = value.find("rotation").isPresent() && value.get("rotation").number() != 0;
        if (turned) {
            findings.warn(file, entry.line(), "box-turned", Excerpt.of(name));
        }
        points.frame(name, turned ? Optional.empty() : Optional.of(box));
        if (frames.putIfAbsent(entry.get("id").id(), new Frame(box, points)) != null) {
            throw new Refusal(entry.line(), "id-twice", Excerpt.of(entry.get("id").id()));
        }
    }

    private void point(JsonValue entry, NamedPoints unframed) throws Refusal {
        Point at = inPixels(entry, "x", "y");
        String name = onlyLabel(entry.get("value").get("keypointlabels"));
        NamedPoints target = frames.isEmpty() ? unframed : frame(entry, at).points();
        target.add(entry.line(), name, at);
    }

    private Frame frame(JsonValue entry, Point at) throws Refusal {
        Set<String> ids = new LinkedHashSet<>();
        if (entry.find("parentID").isPresent()) {
            ids.add(entry.get("parentID").id());
        } else if (entry.find("id").isPresent()) {
            ids.addAll(related.getOrDefault(entry.get("id").id(), Set.of()));
        }
        ids.retainAll(frames.keySet());
        List<Frame> candidates = ids.stream().map(frames::get).toList();
        if (candidates.isEmpty()) {
            candidates = frames.values().stream().filter(f -> f.contains(at)).toList();
        }
        if (candidates.size() != 1) {
            throw new Refusal(entry.line(), "point-without-frame", candidates.size());
        }
        return candidates.getFirst();
    }

    private static String onlyLabel(JsonValue labels) throws Refusal {
        List<String> names = labels.texts();
        if (names.size() != 1) {
            throw new Refusal(labels.line(), "one-label", names.size());
        }
        return names.getFirst();
    }

    /// Two percentages of an entry in picture px.
    private Point inPixels(JsonValue entry, String x, String y) throws Refusal {
        Size stated =
                StatedPicture.size(
                                entry.line(),
                                entry.get("original_width").number(),
                                entry.get("original_height").number())
                        .orElseThrow(() -> new Refusal(entry.line(), "picture-size", 0, 0));
        if (size.isPresent() && !size.get().equals(stated)) {
            throw new Refusal(entry.line(), "picture-size", stated.width(), stated.height());
        }
        Optional<JsonValue> turned = entry.find("image_rotation");
        if (turned.isPresent() && turned.get().number() != 0) {
            throw new Refusal(entry.line(), "picture-turned", turned.get().number());
        }
        size = Optional.of(stated);
        JsonValue value = entry.get("value");
        return new Point(
                pixels(value.get(x), stated.width()), pixels(value.get(y), stated.height()));
    }

    private static double pixels(JsonValue percent, int side) throws Refusal {
        double pixels = percent.number() * side / 100;
        if (!Double.isFinite(pixels)) {
            throw new Refusal(percent.line(), "json-type", percent.name(), "percentage");
        }
        return pixels;
    }
}
