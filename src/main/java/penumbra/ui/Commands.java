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
    private final Map<Workspace, Map<Shortcut, Runnable>> own = new EnumMap<>(Workspace.class);
    private final Map<Workspace, Predicate<KeyEvent>> first = new EnumMap<>(Workspace.class);
    private Keymap keymap = Keymap.DEFAULTS;
    private Predicate<KeyEvent> others = _ -> false;
    private Workspace workspace = Workspace.ANNOTATE;

    public void on(Shortcut shortcut, Runnable command) {
        commands.put(shortcut, command);
    }

    /// Something else than everywhere in one workspace.
    public void on(Workspace where, Shortcut shortcut, Runnable command) {
        own.computeIfAbsent(where, _ -> new EnumMap<>(Shortcut.class)).put(shortcut, command);
    }

    /// What a shortcut does where no workspace has a command of its own for it.
    public Optional<Runnable> everywhere(Shortcut shortcut) {
        return Optional.ofNullable(commands.get(shortcut));
    }

    /// Gets the keys in a workspace before all others do, and says whether they meant something.
    public void first(Workspace where, Predicate<KeyEvent> keys) {
        first.put(where, keys);
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
        own.clear();
        first.clear();
        others = _ -> false;
    }

    public boolean has(Shortcut shortcut) {
        return commands.containsKey(shortcut) && workspace.has(shortcut);
    }

    public void run(Shortcut shortcut) {
        if (has(shortcut)) {
            own.getOrDefault(workspace, Map.of())
                    .getOrDefault(shortcut, commands.get(shortcut))
                    .run();
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
        if (first.getOrDefault(workspace, _ -> false).test(event)) {
            event.consume();
            return;
        }
        Optional<Shortcut> shortcut = keymap.of(event).filter(this::has);
        shortcut.ifPresent(this::run);
        boolean other = workspace.showsLabels() && shortcut.isEmpty() && others.test(event);
        if (shortcut.isPresent() || other) {
            event.consume();
        }
    }
}
