package penumbra.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import penumbra.text.Texts;

/// What can be done from the keyboard; the menu, the tooltips and the sheet of shortcuts all read
/// this list.
public enum Shortcut {
    OPEN_FOLDER(Group.FILE, "Shortcut+Shift+O"),
    OPEN_PROJECT(Group.FILE, "Shortcut+O"),
    OPEN_DATA(Group.FILE, "Shortcut+Alt+O"),
    IMPORT(Group.FILE, "Shortcut+I"),
    EXPORT(Group.FILE, "Shortcut+E"),
    QUIT(Group.FILE, "Shortcut+Q"),
    UNDO(Group.EDIT, "Shortcut+Z"),
    REDO(Group.EDIT, "Shortcut+Shift+Z"),
    DELETE(Group.EDIT, "Delete"),
    DUPLICATE(Group.EDIT, "Shortcut+D"),
    COPY_PREVIOUS(Group.EDIT, "C"),
    CARRY_ON(Group.EDIT, "Shift+D"),
    EDIT_POINTS(Group.LABEL, "Q"),
    FOUR_CLICKS(Group.LABEL, "W"),
    TWO_DRAGS(Group.LABEL, "E"),
    SNAP(Group.LABEL, "S"),
    VISIBILITY(Group.LABEL, "V"),
    REPAIR_ORDER(Group.LABEL, "U"),
    NEXT_PLATE(Group.LABEL, "Tab"),
    PREVIOUS_PLATE(Group.LABEL, "Shift+Tab"),
    NEXT_PICTURE(Group.PICTURES, "D"),
    PREVIOUS_PICTURE(Group.PICTURES, "A"),
    REVIEWED(Group.PICTURES, "M"),
    FLAGGED(Group.PICTURES, "X"),
    SEARCH(Group.PICTURES, "Shortcut+F"),
    FIT(Group.VIEW, "F"),
    ACTUAL_SIZE(Group.VIEW, "Shortcut+1"),
    ZOOM_TO_PLATE(Group.VIEW, "Z"),
    ZOOM_IN(Group.VIEW, "Equals"),
    ZOOM_OUT(Group.VIEW, "Minus"),
    BRIGHTER(Group.VIEW, "Close Bracket"),
    DARKER(Group.VIEW, "Open Bracket"),
    MORE_GAMMA(Group.VIEW, "Shift+Close Bracket"),
    LESS_GAMMA(Group.VIEW, "Shift+Open Bracket"),
    CHANNEL(Group.VIEW, "H"),
    DISPLAY_RESET(Group.VIEW, "Back Slash"),
    STICKER(Group.VIEW, "K"),
    OVERLAY_MEASURED(Group.OVERLAY, "Alt+1"),
    OVERLAY_HELIUM(Group.OVERLAY, "Alt+2"),
    OVERLAY_CENTERNET(Group.OVERLAY, "Alt+3"),
    OVERLAY_ADALOSS(Group.OVERLAY, "Alt+4"),
    OVERLAY_ADAANCHOR(Group.OVERLAY, "Alt+5"),
    NEXT_AREA(Group.VIEW, "F6"),
    PREVIOUS_AREA(Group.VIEW, "Shift+F6"),
    SHEET(Group.HELP, "F1");

    /// Where it stands on the sheet.
    public enum Group {
        FILE,
        EDIT,
        LABEL,
        PICTURES,
        VIEW,
        HELP,
        OVERLAY;

        public String label() {
            return Texts.of(Shortcut.class, "group." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final Group group;
    private final KeyCombination keys;

    Shortcut(Group group, String keys) {
        this.group = group;
        this.keys = KeyCombination.valueOf(keys);
    }

    public Group group() {
        return group;
    }

    public KeyCombination keys() {
        return keys;
    }

    /// What it does, in two or three words.
    public String label() {
        return Texts.of(Shortcut.class, "shortcut." + id());
    }

    /// What it does and on which keys, for tooltips.
    public String hint() {
        return Texts.of(Shortcut.class, "shortcut.hint", label(), keysText());
    }

    /// The keys as they are printed on a keyboard.
    public String keysText() {
        return keys.getDisplayText()
                .replace("Close Bracket", "]")
                .replace("Open Bracket", "[")
                .replace("Back Slash", "\\")
                .replace("=", "+");
    }

    /// Stable id, for settings.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it needs no Ctrl or the like, so that it must not be taken from a text field.
    public boolean plain() {
        return !keys.getName().contains("Shortcut") && !keys.getName().matches("(.*\\+)?F\\d+");
    }

    /// The shortcut that a key event means.
    public static Optional<Shortcut> of(KeyEvent event) {
        for (Shortcut shortcut : values()) {
            if (shortcut.keys.match(event)) {
                return Optional.of(shortcut);
            }
        }
        return Optional.empty();
    }
}
