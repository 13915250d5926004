package penumbra.format.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Excerpt;
import penumbra.format.Refusal;

/// A JSON value that knows where it stands.
///
/// @param line 1-based line where it begins
/// @param name of the member that it is the value of or stands in, empty at the top
/// @param content a map of names to JSON values, a list of JSON values, String, Long, Double,
///   Boolean, or [#NULL]
record JsonValue(int line, String name, Object content) {

    static final Object NULL = new Object();

    /// The member of that name; empty when this is no object, the member is missing, or it is null.
    Optional<JsonValue> find(String member) {
        return content instanceof Map<?, ?> members
                        && members.get(member) instanceof JsonValue value
                        && value.content != NULL
                ? Optional.of(value)
                : Optional.empty();
    }

    /// @throws Refusal if there is no such member
    JsonValue get(String member) throws Refusal {
        return find(member).orElseThrow(() -> new Refusal(line, "json-missing", member));
    }

    /// @throws Refusal if this is no list
    List<JsonValue> elements() throws Refusal {
        if (!(content instanceof List<?> list)) {
            throw type("list");
        }
        return list.stream().map(JsonValue.class::cast).toList();
    }

    /// @throws Refusal if this is no text
    String text() throws Refusal {
        if (!(content instanceof String text)) {
            throw type("text");
        }
        return text;
    }

    /// A text or a whole number, both used as identifiers.
    ///
    /// @throws Refusal if this is neither
    String id() throws Refusal {
        if (!(content instanceof String) && !(content instanceof Long)) {
            throw type("identifier");
        }
        return content.toString();
    }

    /// @throws Refusal if this is no number, or infinite
    double number() throws Refusal {
        if (!(content instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            throw type("number");
        }
        return number.doubleValue();
    }

    /// @throws Refusal if this is no whole number that fits 32 bits
    int integer() throws Refusal {
        double value = number();
        if (value != (int) value) {
            throw type("whole number");
        }
        return (int) value;
    }

    /// @throws Refusal if this is no list of numbers
    List<Double> numbers() throws Refusal {
        List<Double> numbers = new ArrayList<>();
        for (JsonValue element : elements()) {
            numbers.add(element.number());
        }
        return numbers;
    }

    /// @throws Refusal if this is no list of texts
    List<String> texts() throws Refusal {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : elements()) {
            texts.add(element.text());
        }
        return texts;
    }

    /// Whether this is true, or a number that is not 0.
    boolean isTrue() {
        return content instanceof Number n ? n.doubleValue() != 0 : Boolean.TRUE.equals(content);
    }

    private Refusal type(String expected) {
        return new Refusal(line, "json-type", name.isEmpty() ? "-" : Excerpt.of(name), expected);
    }
}
