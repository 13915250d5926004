package penumbra.ui.file;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Shows values by words of the language; nothing is ever typed.
public final class Words<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public Words(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String words) {
        throw new IllegalStateException("such a value is chosen, not typed");
    }
}
