package penumbra.cli.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Point;

/// Named results in the order in which they are given.
final class Values {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Values of(String name, Object value) {
        return new Values().and(name, value);
    }

    static Values none() {
        return new Values();
    }

    /// @param value may be null: undefined
    Values and(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(values);
    }

    static List<Double> xy(Point p) {
        return List.of(p.x(), p.y());
    }

    static List<List<Double>> xys(List<Point> points) {
        return points.stream().map(Values::xy).toList();
    }
}
