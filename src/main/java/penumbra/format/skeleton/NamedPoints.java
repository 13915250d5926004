package penumbra.format.skeleton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Excerpt;
import penumbra.format.Refusal;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// The points of one target while they are gathered by name, with the rectangle that gives the
/// target its class and box.
final class NamedPoints {

    private final int line;
    private final Map<String, Keypoint> points = new LinkedHashMap<>();
    private String className = "";
    private Optional<Box> box = Optional.empty();

    /// @param line where the target begins
    NamedPoints(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    String className() {
        return className;
    }

    /// @throws Refusal if the name is blank or was there before
    void add(int at, String name, Point point) throws Refusal {
        if (name.isBlank()) {
            throw new Refusal(at, "point-without-name");
        }
        if (points.putIfAbsent(name, new Keypoint(point, Visibility.VISIBLE)) != null) {
            throw new Refusal(at, "point-twice", Excerpt.of(name));
        }
    }

    void frame(String newClassName, Optional<Box> newBox) {
        className = newClassName;
        box = newBox;
    }

    Skeleton skeleton(String annotator) {
        List<String> names = new ArrayList<>(points.keySet());
        return new Skeleton(
                line,
                className,
                Optional.empty(),
                names,
                new ArrayList<>(points.values()),
                false,
                box,
                annotator);
    }
}
