package penumbra.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// What each shortcut does at the moment. A shortcut without a command does nothing.
public final class Commands {

    private final Map<Shortcut, Runnable> commands = new EnumMap<>(Shortcut.class);
    private Keymap keymap = Keymap.DEFAULTS;
    private Predicate<KeyEvent> others = _ -> false;
    private Workspace workspace = Workspace.ANNOTATE;

    public void on(Shortcut shortcut, Runnable command) {
        commands.put(shortcut, command);
    }

    public Keymap keymap() {
        return keymap;
    }

    /// From now on commands are called by these keys.
    public void use(Keymap keys) {
        keymap = keys;
    }

    /// Gets every key that is no shortcut, and says whether it meant something.
    public void onOther(Predicate<KeyEvent> keys) {
        others = keys;
    }

    /// From now on only those commands may be called that the workspace has.
    public void in(Workspace shown) {
        workspace = shown;
    }

    /// Forgets them all.
    public void clear() {
        commands.clear();
        others = _ -> false;
    }

    public boolean has(Shortcut shortcut) {
        return commands.containsKey(shortcut) && workspace.has(shortcut);
    }

    public void run(Shortcut shortcut) {
        if (has(shortcut)) {
            commands.get(shortcut).run();
        }
    }

    /// Listens to the keys of a window before its controls do; a text field keeps all keys that it
    /// may want for itself.
    public void listenTo(Scene scene) {
        boolean[] taken = {false};
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    pressed(scene.getFocusOwner(), event);
                    taken[0] = event.isConsumed();
                });
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (taken[0]) {
                        // The command may have moved the caret into a field.
                        event.consume();
                    } else if ("?".equals(event.getCharacter())
                            && !(scene.getFocusOwner() instanceof TextInputControl)) {
                        event.consume();
                        run(Shortcut.SHEET);
                    }
                });
    }

    private void pressed(Node focused, KeyEvent event) {
        if (focused instanceof TextInputControl) {
            return;
        }
        Optional<Shortcut> shortcut = keymap.of(event).filter(this::has);
        shortcut.ifPresent(this::run);
        boolean other = workspace == Workspace.ANNOTATE && shortcut.isEmpty() && others.test(event);
        if (shortcut.isPresent() || other) {
            event.consume();
        }
    }
}
