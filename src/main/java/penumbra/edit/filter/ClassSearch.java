package penumbra.edit.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// Finds classes by what a person types: their names, what these say in the language of the window
/// (`R3` is `red 3`), beginnings of words in any order, or merely letters that occur in that order.
public final class ClassSearch {

    private static final Pattern PLATE = Pattern.compile("([BRNP])(L?)([1-5GO]|B[sb]?)");

    /// Words end where letters and digits meet, as in `red3`.
    private static final Pattern WORDS =
            Pattern.compile(
                    "[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private ClassSearch() {}

    private record Hit(int index, int rank) {}

    /// Indices of the classes that the text may mean, the likeliest first; all of them in the order
    /// of the schema for a blank text.
    public static List<Integer> find(String text, Schema schema) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<String> names = schema.classNames();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(i -> rank(wanted, names.get(i)).stream().mapToObj(r -> new Hit(i, r)))
                .sorted(Comparator.comparingInt(Hit::rank))
                .map(Hit::index)
                .toList();
    }

    /// What a class name says in words, for example `red 3`; blank when it follows no such rule.
    public static String spoken(String className) {
        Matcher plate = PLATE.matcher(className);
        if (!plate.matches()) {
            return "";
        }
        String large = plate.group(2).isEmpty() ? "" : text("class.large");
        String sign = plate.group(3);
        String word = Character.isDigit(sign.charAt(0)) ? sign : text("class.sign." + sign);
        return Stream.of(text("class.colour." + plate.group(1)), large, word)
                .filter(w -> !w.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    /// How well a class fits, 0 best; empty when it does not.
    private static OptionalInt rank(String wanted, String className) {
        String name = className.toLowerCase(Locale.ROOT);
        String spoken = spoken(className).toLowerCase(Locale.ROOT);
        String letters = letters(wanted);
        List<String> words = WORDS.splitAsStream(name + " " + spoken).toList();
        List<Boolean> ranks =
                List.of(
                        wanted.isEmpty(),
                        name.equals(wanted),
                        letters(name).startsWith(letters),
                        letters(spoken).startsWith(letters),
                        WORDS.splitAsStream(wanted)
                                .allMatch(w -> words.stream().anyMatch(o -> o.startsWith(w))),
                        inOrder(letters, letters(name)) || inOrder(letters, letters(spoken)));
        int rank = ranks.indexOf(true);
        boolean nothing = letters.isEmpty() && !wanted.isEmpty() && rank > 1;
        return rank < 0 || nothing ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    private static String letters(String text) {
        return String.join("", WORDS.split(text));
    }

    private static boolean inOrder(String wanted, String text) {
        int at = 0;
        for (int i = 0; i < text.length() && at < wanted.length(); i++) {
            at += text.charAt(i) == wanted.charAt(at) ? 1 : 0;
        }
        return at == wanted.length();
    }

    private static String text(String key) {
        return Texts.of(ClassSearch.class, key);
    }
}
