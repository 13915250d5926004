package penumbra.format;

import java.nio.file.Path;
import java.util.Comparator;

/// Order of file names in which `2.jpg` comes before `10.jpg`: runs of digits compare as numbers,
/// everything else by character. Names that differ only in leading zeros follow the plain order.
public final class NaturalOrder {

    /// Of names or whole paths as text.
    public static final Comparator<String> INSTANCE =
            ((Comparator<String>) NaturalOrder::compare).thenComparing(Comparator.naturalOrder());

    /// Of paths.
    public static final Comparator<Path> PATHS = Comparator.comparing(Path::toString, INSTANCE);

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = endOfDigits(a, i);
            int endB = endOfDigits(b, j);
            int order =
                    endA > i && endB > j
                            ? compareNumbers(a, i, endA, b, j, endB)
                            : Character.compare(a.charAt(i), b.charAt(j));
            if (order != 0) {
                return order;
            }
            boolean number = endA > i && endB > j;
            i = number ? endA : i + 1;
            j = number ? endB : j + 1;
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int compareNumbers(String a, int i, int endA, String b, int j, int endB) {
        int fromA = endOfZeros(a, i, endA);
        int fromB = endOfZeros(b, j, endB);
        int longer = Integer.compare(endA - fromA, endB - fromB);
        return longer != 0 ? longer : a.substring(fromA, endA).compareTo(b.substring(fromB, endB));
    }

    private static int endOfZeros(String s, int from, int end) {
        int at = from;
        while (at < end && s.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String s, int from) {
        int at = from;
        while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
