package penumbra.format;

/// What a message quotes from a file or from a library.
public final class Excerpt {

    private static final int LENGTH = 40;
    private static final int SENTENCE = 160;

    private Excerpt() {}

    /// The text on one line without control characters, cut after 40 characters.
    public static String of(String text) {
        return cut(text, LENGTH);
    }

    /// What a parser of a library complains of, cut after 160 characters.
    public static String sentence(String text) {
        return cut(text, SENTENCE);
    }

    private static String cut(String text, int length) {
        String start = text.length() > length ? text.substring(0, length) + "..." : text;
        return start.replaceAll("\\p{Cntrl}", " ");
    }
}
