package penumbra.edit.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.model.Schema;

/// Something that could be typed at the caret: the characters from `from` to `to` are replaced by
/// the text.
///
/// @param from first character of the part it replaces
/// @param to behind its last character
/// @param text what to put there
public record Completion(int from, int to, String text) {

    /// What could stand at the caret of a search line: words with their operator where a term
    /// begins, values behind a word that has a fixed choice of them. What is typed already is the
    /// beginning of each.
    public static List<Completion> at(String line, int caret, Schema schema) {
        Optional<Piece> here =
                Piece.of(line).stream()
                        .filter(p -> p.from() < caret && caret <= p.to())
                        .findFirst();
        if (here.isEmpty()) {
            return words(caret, caret, "");
        }
        Piece piece = here.get();
        if (piece.key().isEmpty() || caret < piece.key().get().to()) {
            int end = piece.key().map(Piece.Key::to).orElse(piece.values().getFirst().to());
            boolean inFirst = caret <= end && !line.startsWith("\"", piece.start());
            return inFirst
                    ? words(piece.start(), end, line.substring(piece.start(), caret))
                    : List.of();
        }
        List<String> choices =
                FilterKey.of(piece.key().get().name()).stream()
                        .flatMap(k -> k.choices(schema).stream())
                        .toList();
        return piece.values().stream()
                .filter(v -> v.from() <= caret && caret <= v.to())
                .findFirst()
                .map(v -> starting(choices.stream(), v.from(), v.to(), typed(line, v, caret)))
                .orElse(List.of());
    }

    private static String typed(String line, Piece.Value value, int caret) {
        String typed = line.substring(value.from(), caret);
        return typed.startsWith("\"") ? typed.substring(1) : typed;
    }

    private static List<Completion> words(int from, int to, String typed) {
        return starting(Stream.of(FilterKey.values()).map(FilterKey::proposal), from, to, typed);
    }

    private static List<Completion> starting(
            Stream<String> candidates, int from, int to, String typed) {
        String start = typed.toLowerCase(Locale.ROOT);
        return candidates
                .filter(c -> c.toLowerCase(Locale.ROOT).startsWith(start))
                .map(c -> new Completion(from, to, quoted(c)))
                .toList();
    }

    /// In quotes where the grammar needs them.
    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> Character.isWhitespace(c) || c == ',');
        return plain ? text : '"' + text + '"';
    }
}
