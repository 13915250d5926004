package penumbra.edit.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import penumbra.edit.check.PlateWarning;
import penumbra.edit.filter.Piece.Value;
import penumbra.model.LabelState;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// Makes conditions of the terms of a line and collects what is wrong with them.
final class FilterReader {

    private final Schema schema;
    private final List<FilterError> errors = new ArrayList<>();

    FilterReader(Schema schema) {
        this.schema = schema;
    }

    List<FilterError> errors() {
        return List.copyOf(errors);
    }

    /// The meaning of a term; empty when it has an error.
    Optional<ImageFilter.Term> term(Piece piece) {
        int before = errors.size();
        Optional<Condition> condition =
                piece.key().isEmpty()
                        ? Optional.of(new Condition.InPath(texts(piece)))
                        : keyed(piece, piece.key().get());
        for (Value value : piece.values()) {
            if (!value.closed()) {
                fail(value.from(), value.to(), "quote");
            } else if (value.text().isEmpty()) {
                fail(piece.from(), Math.max(value.to(), piece.from() + 1), "blank");
            }
        }
        return errors.size() == before
                ? condition.map(c -> new ImageFilter.Term(piece.negated(), c))
                : Optional.empty();
    }

    private Optional<Condition> keyed(Piece piece, Piece.Key key) {
        Optional<FilterKey> known = FilterKey.of(key.name());
        if (known.isEmpty()) {
            String words =
                    Arrays.stream(FilterKey.values())
                            .map(FilterKey::word)
                            .collect(Collectors.joining(", "));
            fail(key.from(), key.to(), "key", key.name(), words);
            return Optional.empty();
        }
        boolean equality = key.operator().equals(":") || key.operator().equals("=");
        if (!known.get().measures() && !equality) {
            fail(key.from(), key.to(), "operator", known.get().word());
            return Optional.empty();
        }
        return Optional.of(condition(known.get(), piece));
    }

    private Condition condition(FilterKey key, Piece piece) {
        return switch (key) {
            case CLASS -> new Condition.OfClass(chosen(key, piece));
            case STATE ->
                    new Condition.InState(
                            chosen(key, piece).stream()
                                    .map(s -> LabelState.valueOf(s.toUpperCase(Locale.ROOT)))
                                    .collect(Collectors.toSet()));
            case WARNING -> {
                Set<String> ids = chosen(key, piece);
                yield new Condition.Warned(
                        ids.contains(FilterKey.ANY) ? Set.copyOf(PlateWarning.IDS) : ids);
            }
            case NOTE -> new Condition.InNote(texts(piece));
            case BY -> new Condition.By(texts(piece));
            case PLATES -> new Condition.Plates(bounds(piece, "", "number"));
            case PLATE -> new Condition.PlateWidth(bounds(piece, "px", "pixels"));
            case BARS -> new Condition.BarLength(bounds(piece, "px", "pixels"));
            case PLACE -> new Condition.Placed(places(piece));
            case EXPOSURE -> new Condition.Exposed(bounds(piece, "%", "percent"));
            case BRIGHTNESS -> new Condition.Bright(bounds(piece, "%", "percent"));
            case PROPOSALS -> new Condition.Proposed(bounds(piece, "", "number"));
            case DISTANCE -> new Condition.Distance(bounds(piece, "m", "metres"));
        };
    }

    private static List<String> texts(Piece piece) {
        return piece.values().stream().map(Value::text).toList();
    }

    /// The values as the key spells them.
    private Set<String> chosen(FilterKey key, Piece piece) {
        List<String> choices = key.choices(schema);
        return piece.values().stream()
                .flatMap(value -> chosen(key, choices, value).stream())
                .collect(Collectors.toSet());
    }

    private Optional<String> chosen(FilterKey key, List<String> choices, Value value) {
        Optional<String> exact = choices.stream().filter(value.text()::equals).findFirst();
        Optional<String> choice =
                exact.or(() -> choices.stream().filter(value.text()::equalsIgnoreCase).findFirst());
        if (choice.isEmpty() && !value.text().isEmpty()) {
            fail(
                    value.from(),
                    value.to(),
                    "choice",
                    value.text(),
                    key.word(),
                    String.join(", ", choices));
        }
        return choice;
    }

    /// @param unit that may stand behind a number
    /// @param wrong the sentence about what is no such number
    private List<Bounds> bounds(Piece piece, String unit, String wrong) {
        String operator = piece.key().orElseThrow().operator();
        List<Bounds> bounds = new ArrayList<>();
        for (Value value : piece.values()) {
            String text = value.text().toLowerCase(Locale.ROOT);
            boolean hasUnit = !unit.isEmpty() && text.endsWith(unit);
            String digits = hasUnit ? text.substring(0, text.length() - unit.length()) : text;
            Optional<Bounds> asked = Bounds.of(operator, digits);
            if (asked.isPresent()) {
                bounds.add(asked.get());
            } else if (!text.isEmpty()) {
                fail(value.from(), value.to(), wrong, value.text());
            }
        }
        return bounds;
    }

    /// Two ranges with a stroke between them.
    private List<Condition.Place> places(Piece piece) {
        List<Condition.Place> places = new ArrayList<>();
        for (Value value : piece.values()) {
            String[] ranges = value.text().replace("%", "").split("/", -1);
            Optional<Bounds> x = range(ranges[0]);
            Optional<Bounds> y = ranges.length == 2 ? range(ranges[1]) : Optional.empty();
            if (x.isPresent() && y.isPresent()) {
                places.add(new Condition.Place(x.get(), y.get()));
            } else if (!value.text().isEmpty()) {
                fail(value.from(), value.to(), "place", value.text());
            }
        }
        return places;
    }

    private static Optional<Bounds> range(String said) {
        return Bounds.of(":", said).filter(b -> b.comparison() == Comparison.BETWEEN);
    }

    private void fail(int from, int to, String key, Object... arguments) {
        errors.add(new FilterError(from, to, Texts.of(FilterReader.class, key, arguments)));
    }
}
