package penumbra.cli.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Computed values against expected ones.
final class Comparison {

    private final Tolerance tolerance;
    private double deviation;
    private String firstFailure;

    private Comparison(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /// Every value that is expected must have been computed; others are not looked at.
    static Comparison of(Map<String, Object> computed, JsonNode expected, Tolerance tolerance) {
        Comparison comparison = new Comparison(tolerance);
        comparison.compare("", computed, expected);
        return comparison;
    }

    /// Largest difference of a finite number.
    double deviation() {
        return deviation;
    }

    /// Where the first value is that does not agree; empty when all do.
    Optional<String> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    private void compare(String path, Object computed, JsonNode expected) {
        boolean agrees =
                switch (computed) {
                    case null -> expected.isNull();
                    case Map<?, ?> map when expected.isObject() -> {
                        for (Map.Entry<String, JsonNode> e : expected.properties()) {
                            compareEntry(path, map, e);
                        }
                        yield true;
                    }
                    case List<?> list when expected.isArray() && list.size() == expected.size() -> {
                        for (int i = 0; i < list.size(); i++) {
                            compare(path + "[" + i + "]", list.get(i), expected.get(i));
                        }
                        yield true;
                    }
                    case Boolean flag -> expected.isBoolean() && flag == expected.booleanValue();
                    case Number number -> isNear(number.doubleValue(), expected);
                    case String text -> expected.isString() && text.equals(expected.stringValue());
                    default -> false;
                };
        if (!agrees && firstFailure == null) {
            firstFailure = path;
        }
    }

    private void compareEntry(String path, Map<?, ?> map, Map.Entry<String, JsonNode> e) {
        String below = path.isEmpty() ? e.getKey() : path + "." + e.getKey();
        if (map.containsKey(e.getKey())) {
            compare(below, map.get(e.getKey()), e.getValue());
        } else if (firstFailure == null) {
            firstFailure = below;
        }
    }

    private boolean isNear(double computed, JsonNode expected) {
        if (expected.isString()) {
            return expected.stringValue().equals(Double.toString(computed))
                    && Double.isInfinite(computed);
        }
        if (!expected.isNumber()) {
            return false;
        }
        double number = expected.doubleValue();
        double difference = Math.abs(computed - number);
        deviation = Double.isNaN(difference) ? difference : Math.max(deviation, difference);
        return tolerance.holds(computed, number);
    }
}
