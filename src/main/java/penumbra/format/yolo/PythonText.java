package penumbra.format.yolo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Text as Python reads it, because most label files are read by Python in the end: which
/// characters end a line, which separate words, and what counts as a number.
public final class PythonText {

    private PythonText() {}

    /// The text of UTF-8 bytes; empty when they are not UTF-8. A byte order mark stays.
    public static Optional<String> decode(byte[] utf8) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// `text.splitlines()` of a file opened in text mode; empty lines are kept, so that the index
    /// is the line number less one.
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text.charAt(i))) {
                lines.add(text.substring(start, i));
                if (text.startsWith("\r\n", i)) {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /// `line.split()`: the words between runs of white space.
    public static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean space = i == line.length() || isSpace(line.charAt(i));
            if (space && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /// `float(word)`: digits with single underscores between them, a point, an exponent, a sign,
    /// `inf`, `infinity` and `nan` in any case, and the decimal digits of any script. No
    /// hexadecimal numbers and no type suffix. Empty where Python raises an error.
    static OptionalDouble number(String word) {
        String text = withAsciiDigits(word);
        int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        if (isDecimal(text, at)) {
            return OptionalDouble.of(Double.parseDouble(text.replace("_", "")));
        }
        return switch (text.substring(at).toLowerCase(Locale.ROOT)) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "infinity" ->
                    OptionalDouble.of(
                            text.startsWith("-")
                                    ? Double.NEGATIVE_INFINITY
                                    : Double.POSITIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }

    private static String withAsciiDigits(String word) {
        StringBuilder plain = new StringBuilder(word);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isDigit(plain.charAt(i))) {
                plain.setCharAt(i, (char) ('0' + Character.digit(plain.charAt(i), 10)));
            }
        }
        return plain.toString();
    }

    private static boolean isDecimal(String text, int from) {
        int whole = digits(text, from);
        int at = whole;
        boolean any = whole > from;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            any |= fraction > at + 1;
            at = fraction;
        }
        if (any && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = digits(text, at);
            any = exponent > at;
            at = exponent;
        }
        return any && at == text.length();
    }

    /// The end of the digits from there on, single underscores between two digits included.
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length()
                && (isAsciiDigit(text, at)
                        || text.charAt(at) == '_'
                                && at > from
                                && isAsciiDigit(text, at - 1)
                                && isAsciiDigit(text, at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isAsciiDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean endsLine(char c) {
        return c >= '\n' && c <= '\r'
                || c >= '\u001c' && c <= '\u001e'
                || c == '\u0085'
                || c == '\u2028'
                || c == '\u2029';
    }

    private static boolean isSpace(char c) {
        return endsLine(c)
                || c == '\t'
                || c == '\u001f'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
