package penumbra.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import penumbra.text.Texts;

/// What can be done from the keyboard, and on which keys unless a [Keymap] says otherwise; the
/// menu, the tooltips and the sheet of shortcuts all read this list.
public enum Shortcut {
    OPEN_FOLDER(Group.FILE, "Shortcut+Shift+O"),
    OPEN_PROJECT(Group.FILE, "Shortcut+O"),
    OPEN_DATA(Group.FILE, "Shortcut+Alt+O"),
    IMPORT(Group.FILE, "Shortcut+I"),
    EXPORT(Group.FILE, "Shortcut+E"),
    SCHEMA(Group.FILE, "Shortcut+L"),
    CAMERA(Group.FILE, "Shortcut+K"),
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
    CLASS_SEARCH(Group.LABEL, "L"),
    REPAIR_ORDER(Group.LABEL, "U"),
    TURN_POINTS(Group.LABEL, "Shift+U"),
    REVERSE_POINTS(Group.LABEL, "Alt+U"),
    SWAP_SIDES(Group.LABEL, "Alt+Shift+U"),
    PLATE_FORWARD(Group.LABEL, "Shortcut+Close Bracket"),
    PLATE_BACKWARD(Group.LABEL, "Shortcut+Open Bracket"),
    SECOND_LOOK(Group.LABEL, "Shortcut+B"),
    PREDICT(Group.LABEL, "Shortcut+P"),
    NEXT_PLATE(Group.LABEL, "Tab"),
    PREVIOUS_PLATE(Group.LABEL, "Shift+Tab"),
    NEXT_PICTURE(Group.PICTURES, "D"),
    PREVIOUS_PICTURE(Group.PICTURES, "A"),
    REVIEWED(Group.PICTURES, "M"),
    FLAGGED(Group.PICTURES, "X"),
    SEARCH(Group.PICTURES, "Shortcut+F"),
    DATASET(Group.PICTURES, "Shortcut+T"),
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
    SETTINGS(Group.FILE, "Shortcut+Comma"),
    OVERLAY_MEASURED(Group.OVERLAY, "Alt+1"),
    OVERLAY_HELIUM(Group.OVERLAY, "Alt+2"),
    OVERLAY_CENTERNET(Group.OVERLAY, "Alt+3"),
    OVERLAY_ADALOSS(Group.OVERLAY, "Alt+4"),
    OVERLAY_ADAANCHOR(Group.OVERLAY, "Alt+5"),
    NEXT_AREA(Group.VIEW, "F6"),
    PREVIOUS_AREA(Group.VIEW, "Shift+F6"),
    ANNOTATE(Group.WORKSPACE, "Shortcut+F1"),
    EXPLORE(Group.WORKSPACE, "Shortcut+F2"),
    TRAIN(Group.WORKSPACE, "Shortcut+F3"),
    START_RUN(Group.RUN, "Shortcut+Enter"),
    PAUSE_RUN(Group.RUN, "Shortcut+Space"),
    REVIEW(Group.WORKSPACE, "Shortcut+F4"),
    SHEET(Group.HELP, "F1");

    /// Where it stands on the sheet.
    public enum Group {
        FILE,
        EDIT,
        LABEL,
        PICTURES,
        VIEW,
        WORKSPACE,
        RUN,
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

    public KeyCombination defaultKeys() {
        return keys;
    }

    /// What it does, in two or three words.
    public String label() {
        return Texts.of(Shortcut.class, "shortcut." + id());
    }

    /// Stable id, for settings.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Shortcut> ofId(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }
}
