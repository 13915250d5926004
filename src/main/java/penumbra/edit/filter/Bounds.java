package penumbra.edit.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which measured numbers a stated one asks for: `12`, `>12`, or `10-20`, both ends included.
record Bounds(Comparison comparison, double stated, double upper) {

    /// Plain decimal numbers, no exponent.
    private static final String NUMBER = "\\d{1,15}(?:\\.\\d{1,15})?";

    private static final Pattern FORM =
            Pattern.compile("(<=|>=|<|>|=)?(" + NUMBER + ")(?:-(" + NUMBER + "))?");

    /// @param operator that stands behind the word; where it says more than equality, the value is
    ///   a number alone
    /// @param value without unit
    static Optional<Bounds> of(String operator, String value) {
        Matcher form = FORM.matcher(value);
        boolean plain = operator.equals(":") || operator.equals("=");
        if (!form.matches()
                || !plain && (form.group(1) != null || form.group(3) != null)
                || form.group(1) != null && form.group(3) != null) {
            return Optional.empty();
        }
        double low = Double.parseDouble(form.group(2));
        if (form.group(3) != null) {
            double high = Double.parseDouble(form.group(3));
            return Optional.of(new Bounds(Comparison.BETWEEN, low, high)).filter(_ -> low <= high);
        }
        String said = form.group(1) == null ? operator : form.group(1);
        return Optional.of(new Bounds(Comparison.of(said), low, low));
    }

    boolean holds(double measured) {
        return comparison.holds(measured, stated, upper);
    }
}
