package penumbra.ui;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.TextFormatter;

/// Lets only whole characters into a text field: half of a surrogate pair, which an input method or
/// a damaged clipboard may deliver, could not be stored.
public final class WholeCharacters implements UnaryOperator<TextFormatter.Change> {

    /// For one text field.
    public static TextFormatter<String> formatter() {
        return new TextFormatter<>(new WholeCharacters());
    }

    private WholeCharacters() {}

    @Override
    public TextFormatter.Change apply(TextFormatter.Change change) {
        change.setText(whole(change.getText()));
        return isWhole(change.getControlNewText()) ? change : null;
    }

    /// The text without halves of pairs.
    static String whole(String text) {
        return text.codePoints()
                .filter(WholeCharacters::isWhole)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isWhole(String text) {
        return text.codePoints().allMatch(WholeCharacters::isWhole);
    }

    private static boolean isWhole(int codePoint) {
        return codePoint > Character.MAX_SURROGATE || codePoint < Character.MIN_SURROGATE;
    }
}
