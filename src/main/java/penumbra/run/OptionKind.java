package penumbra.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import penumbra.text.Texts;

/// What an option of a run takes. A form draws each kind in its own way; all of them read text.
public sealed interface OptionKind {

    /// What is wrong with a value, as the end of a sentence that begins with it; empty when nothing
    /// is.
    Optional<String> problem(String value);

    /// A whole number.
    ///
    /// @param grain that it has to be a multiple of
    record Whole(int least, int most, int grain) implements OptionKind {

        @Override
        public Optional<String> problem(String value) {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most && number % grain == 0) {
                    return Optional.empty();
                }
            } catch (NumberFormatException _) {
                // Said below in the same words as a number out of range.
            }
            return Optional.of(
                    grain == 1
                            ? text("kind.whole", least, most)
                            : text("kind.multiple", grain, least, most));
        }
    }

    /// A number.
    record Real(double least, double most) implements OptionKind {

        @Override
        public Optional<String> problem(String value) {
            try {
                double number = Double.parseDouble(value);
                if (number >= least && number <= most) {
                    return Optional.empty();
                }
            } catch (NumberFormatException _) {
                // Said below in the same words as a number out of range.
            }
            return Optional.of(text("kind.real", plain(least), plain(most)));
        }

        private static String plain(double value) {
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }
    }

    /// One of a list of ids.
    record Choice(List<String> ids) implements OptionKind {

        public Choice {
            ids = List.copyOf(ids);
        }

        @Override
        public Optional<String> problem(String value) {
            return ids.contains(value)
                    ? Optional.empty()
                    : Optional.of(text("kind.choice", String.join(" ", ids)));
        }
    }

    /// `true` or `false`.
    record Flag() implements OptionKind {

        @Override
        public Optional<String> problem(String value) {
            return value.equals("true") || value.equals("false")
                    ? Optional.empty()
                    : Optional.of(text("kind.choice", "true false"));
        }
    }

    /// A text of a certain form.
    ///
    /// @param example that has it
    record Word(Pattern form, String example) implements OptionKind {

        @Override
        public Optional<String> problem(String value) {
            return form.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of(text("kind.word", example));
        }
    }

    /// A file or folder; whether it is there shows when it is opened.
    record Place() implements OptionKind {

        @Override
        public Optional<String> problem(String value) {
            return value.indexOf('\0') < 0 ? Optional.empty() : Optional.of(text("kind.place"));
        }
    }

    /// `NAME=VALUE`, several divided by blanks.
    record Pairs() implements OptionKind {

        private static final Pattern FORM =
                Pattern.compile("[^\\s=]+=[^\\s=]+( +[^\\s=]+=[^\\s=]+)*");

        @Override
        public Optional<String> problem(String value) {
            return FORM.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of(text("kind.pairs"));
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(OptionKind.class, key, arguments);
    }
}
