package penumbra.edit.filter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.edit.check.PlateWarning;
import penumbra.model.LabelState;
import penumbra.model.Schema;

/// The words that may stand before an operator in a search line; the same in every language.
enum FilterKey {
    CLASS(":"),
    STATE(":"),
    WARNING(":"),
    NOTE(":"),
    BY(":"),
    PLATES("="),
    PLATE("<"),
    BARS("<"),
    PLACE(":"),
    EXPOSURE("<"),
    BRIGHTNESS("<"),
    PROPOSALS(">"),
    DISTANCE(">");

    /// Stands for every warning.
    static final String ANY = "any";

    private final String operator;

    FilterKey(String operator) {
        this.operator = operator;
    }

    static Optional<FilterKey> of(String name) {
        return Arrays.stream(values()).filter(k -> k.word().equalsIgnoreCase(name)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word with the operator that it mostly has.
    String proposal() {
        return word() + operator;
    }

    /// Whether it is compared with a number.
    boolean measures() {
        return EnumSet.of(PLATES, PLATE, BARS, EXPOSURE, BRIGHTNESS, PROPOSALS, DISTANCE)
                .contains(this);
    }

    /// The values it may have; empty when any text or number will do.
    List<String> choices(Schema schema) {
        return switch (this) {
            case CLASS -> schema.classNames();
            case STATE ->
                    Arrays.stream(LabelState.values())
                            .map(s -> s.name().toLowerCase(Locale.ROOT))
                            .toList();
            case WARNING -> Stream.concat(Stream.of(ANY), PlateWarning.IDS.stream()).toList();
            case NOTE, BY, PLATES, PLATE, BARS, PLACE, EXPOSURE, BRIGHTNESS, PROPOSALS, DISTANCE ->
                    List.of();
        };
    }
}
