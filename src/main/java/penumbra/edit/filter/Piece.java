package penumbra.edit.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One term of a search line as it is written, before anything is made of it; positions count
/// characters of the line.
///
/// @param negated whether a minus stands in front
/// @param key what stands before the operator; empty for plain text
/// @param values what is sought, at least one, possibly blank
record Piece(int from, int to, boolean negated, Optional<Key> key, List<Value> values) {

    private static final String OPERATORS = ":<>=";

    /// A word and the operator behind it.
    record Key(int from, int to, String name, String operator) {}

    /// A value; its text is without quotes.
    ///
    /// @param closed false when a quote is opened and not closed
    record Value(int from, int to, String text, boolean closed) {}

    /// The terms of a line; never fails, whatever the line.
    static List<Piece> of(String line) {
        List<Piece> pieces = new ArrayList<>();
        int at = blanksEnd(line, 0);
        while (at < line.length()) {
            Piece piece = read(line, at);
            pieces.add(piece);
            at = blanksEnd(line, piece.to);
        }
        return pieces;
    }

    /// Where the term proper begins, behind the minus.
    int start() {
        return negated ? from + 1 : from;
    }

    private static Piece read(String line, int from) {
        boolean negated =
                line.charAt(from) == '-'
                        && from + 1 < line.length()
                        && !Character.isWhitespace(line.charAt(from + 1));
        int start = negated ? from + 1 : from;
        Optional<Key> key = key(line, start);
        List<Value> values = new ArrayList<>();
        int at = key.map(Key::to).orElse(start);
        boolean more = true;
        while (more) {
            Value value = value(line, at);
            values.add(value);
            more = value.to < line.length() && line.charAt(value.to) == ',';
            at = more ? value.to + 1 : value.to;
        }
        return new Piece(from, at, negated, key, values);
    }

    private static Optional<Key> key(String line, int from) {
        int end = from;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        if (end == from || end == line.length() || OPERATORS.indexOf(line.charAt(end)) < 0) {
            return Optional.empty();
        }
        boolean orEqual = line.startsWith("<=", end) || line.startsWith(">=", end);
        int to = end + (orEqual ? 2 : 1);
        return Optional.of(new Key(from, to, line.substring(from, end), line.substring(end, to)));
    }

    private static Value value(String line, int from) {
        if (line.startsWith("\"", from)) {
            int quote = line.indexOf('"', from + 1);
            return quote < 0
                    ? new Value(from, line.length(), line.substring(from + 1), false)
                    : new Value(from, quote + 1, line.substring(from + 1, quote), true);
        }
        int to = from;
        while (to < line.length()
                && line.charAt(to) != ','
                && !Character.isWhitespace(line.charAt(to))) {
            to++;
        }
        return new Value(from, to, line.substring(from, to), true);
    }

    private static int blanksEnd(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
