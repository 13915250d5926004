package penumbra.ui.window;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys that a menu shows beside a command but does not listen to: plain letters, which it would
/// take from text fields.
final class ShownKeys extends KeyCombination {

    private final String text;

    /// @param text the keys as they are printed on a keyboard
    ShownKeys(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys keys && keys.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
