package penumbra.ui.window;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import penumbra.ui.Shortcut;

/// Keys that a menu shows beside a command but does not listen to: plain letters, which it would
/// take from text fields.
final class ShownKeys extends KeyCombination {

    private final Shortcut shortcut;

    ShownKeys(Shortcut shortcut) {
        this.shortcut = shortcut;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return shortcut.id();
    }

    @Override
    public String getDisplayText() {
        return shortcut.keysText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys keys && keys.shortcut == shortcut;
    }

    @Override
    public int hashCode() {
        return shortcut.hashCode();
    }
}
