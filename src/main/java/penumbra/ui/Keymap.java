package penumbra.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import penumbra.text.Texts;

/// Which keys mean which command: those of [Shortcut], save where a person chose others.
///
/// @param changed only what differs from the defaults
public record Keymap(Map<Shortcut, KeyCombination> changed) {

    public static final Keymap DEFAULTS = new Keymap(Map.of());

    /// What the canvas itself understands: classes, panning, taking back and giving up.
    private static final Set<KeyCode> OF_THE_CANVAS =
            Set.of(
                    KeyCode.B,
                    KeyCode.R,
                    KeyCode.N,
                    KeyCode.P,
                    KeyCode.G,
                    KeyCode.O,
                    KeyCode.T,
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.SPACE,
                    KeyCode.ENTER,
                    KeyCode.ESCAPE,
                    KeyCode.BACK_SPACE);

    public Keymap {
        Map<Shortcut, KeyCombination> copy = new EnumMap<>(Shortcut.class);
        changed.forEach((shortcut, keys) -> {
            if (!keys.equals(shortcut.defaultKeys())) {
                copy.put(shortcut, keys);
            }
        });
        changed = Collections.unmodifiableMap(copy);
    }

    /// A keymap as it was stored.
    ///
    /// @param ignored ids of the entries that name no command, no keys, or keys that are taken
    public record Reading(Keymap keymap, List<String> ignored) {}

    /// @param stored keys by the ids of their commands
    public static Reading read(Map<String, String> stored) {
        Map<Shortcut, KeyCombination> wanted = new EnumMap<>(Shortcut.class);
        List<String> ignored = new ArrayList<>();
        stored.forEach((id, text) -> {
            Optional<Shortcut> shortcut = Shortcut.ofId(id);
            Optional<KeyCombination> keys = parsed(text).filter(k -> !ofTheCanvas(k));
            if (shortcut.isPresent() && keys.isPresent()) {
                wanted.put(shortcut.get(), keys.get());
            } else {
                ignored.add(id);
            }
        });
        Keymap keymap = new Keymap(wanted);
        for (Shortcut shortcut : List.copyOf(keymap.changed.keySet()).reversed()) {
            if (keymap.holder(shortcut, keymap.keys(shortcut)).isPresent()) {
                ignored.add(shortcut.id());
                keymap = keymap.with(shortcut, shortcut.defaultKeys());
            }
        }
        return keymap.free() ? new Reading(keymap, ignored) : new Reading(DEFAULTS, ids(stored));
    }

    /// As it is stored: keys by the ids of their commands.
    public Map<String, String> stored() {
        Map<String, String> stored = new LinkedHashMap<>();
        changed.forEach((shortcut, keys) -> stored.put(shortcut.id(), keys.getName()));
        return stored;
    }

    public KeyCombination keys(Shortcut shortcut) {
        return changed.getOrDefault(shortcut, shortcut.defaultKeys());
    }

    /// The keys as they are printed on a keyboard.
    public String text(Shortcut shortcut) {
        return text(keys(shortcut));
    }

    static String text(KeyCombination keys) {
        return keys.getDisplayText()
                .replace("Close Bracket", "]")
                .replace("Open Bracket", "[")
                .replace("Back Slash", "\\")
                .replace("=", "+");
    }

    /// What the command does and on which keys, for tooltips.
    public String hint(Shortcut shortcut) {
        return Texts.of(Keymap.class, "shortcut.hint", shortcut.label(), text(shortcut));
    }

    /// Whether the keys need no Ctrl or the like, so that they must not be taken from a text field.
    public boolean plain(Shortcut shortcut) {
        String name = keys(shortcut).getName();
        return !name.contains("Shortcut") && !name.matches("(.*\\+)?F\\d+");
    }

    /// The command that a key event means.
    public Optional<Shortcut> of(KeyEvent event) {
        return Arrays.stream(Shortcut.values()).filter(s -> keys(s).match(event)).findFirst();
    }

    /// The keys that were pressed; empty while they are Shift, Ctrl and the like alone.
    public static Optional<KeyCombination> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED || code == KeyCode.CAPS) {
            return Optional.empty();
        }
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        if (event.isShortcutDown()) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isAltDown()) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        return Optional.of(
                new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new)));
    }

    /// Why a command cannot have these keys, in one sentence; empty when it can.
    public Optional<String> refusal(Shortcut shortcut, KeyCombination keys) {
        if (ofTheCanvas(keys)) {
            return Optional.of(Texts.of(Keymap.class, "keys.canvas", text(keys)));
        }
        return holder(shortcut, keys)
                .map(other -> Texts.of(Keymap.class, "keys.taken", text(keys), other.label()));
    }

    /// This keymap with other keys for one command.
    public Keymap with(Shortcut shortcut, KeyCombination keys) {
        Map<Shortcut, KeyCombination> next = new EnumMap<>(Shortcut.class);
        next.putAll(changed);
        next.put(shortcut, keys);
        return new Keymap(next);
    }

    /// Another command that has these keys.
    private Optional<Shortcut> holder(Shortcut asking, KeyCombination keys) {
        return Arrays.stream(Shortcut.values())
                .filter(other -> other != asking && keys(other).equals(keys))
                .findFirst();
    }

    private boolean free() {
        return Arrays.stream(Shortcut.values()).map(this::keys).distinct().count()
                == Shortcut.values().length;
    }

    private static List<String> ids(Map<String, String> stored) {
        return List.copyOf(stored.keySet());
    }

    private static boolean ofTheCanvas(KeyCombination keys) {
        if (!(keys instanceof KeyCodeCombination one)) {
            return true;
        }
        boolean bare =
                one.getControl() != KeyCombination.ModifierValue.DOWN
                        && one.getShortcut() != KeyCombination.ModifierValue.DOWN
                        && one.getMeta() != KeyCombination.ModifierValue.DOWN;
        boolean unshifted = bare && one.getAlt() != KeyCombination.ModifierValue.DOWN;
        return bare && one.getCode().isArrowKey()
                || unshifted
                        && one.getShift() != KeyCombination.ModifierValue.DOWN
                        && OF_THE_CANVAS.contains(one.getCode());
    }

    private static Optional<KeyCombination> parsed(String keys) {
        try {
            return Optional.of(KeyCombination.valueOf(keys));
        } catch (IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
