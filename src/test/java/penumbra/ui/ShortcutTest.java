package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ShortcutTest {

    private static KeyEvent press(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    @Test
    void noTwoShortcutsShareTheirKeys() {
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::defaultKeys))
                .doesNotHaveDuplicates();
    }

    @Test
    void keysWithAndWithoutModifiersMeanDifferentThings() {
        assertThat(Keymap.DEFAULTS.of(press(KeyCode.D, false, false)))
                .contains(Shortcut.NEXT_PICTURE);
        assertThat(Keymap.DEFAULTS.of(press(KeyCode.D, true, false))).contains(Shortcut.CARRY_ON);
        assertThat(Keymap.DEFAULTS.of(press(KeyCode.D, false, true))).contains(Shortcut.DUPLICATE);
        assertThat(Keymap.DEFAULTS.of(press(KeyCode.Z, true, true))).contains(Shortcut.REDO);
        assertThat(Keymap.DEFAULTS.of(press(KeyCode.B, false, false))).as("a colour").isEmpty();
    }

    @Test
    void theKeysOfClassesAreNoShortcuts() {
        for (String key : "B R N P G O T".split(" ")) {
            assertThat(Keymap.DEFAULTS.of(press(KeyCode.getKeyCode(key), false, false))).isEmpty();
        }
    }

    @Test
    void keysAreNamedAsTheyArePrinted() {
        assertThat(Keymap.DEFAULTS.text(Shortcut.BRIGHTER)).isEqualTo("]");
        assertThat(Keymap.DEFAULTS.text(Shortcut.MORE_GAMMA)).isEqualTo("Shift+]");
        assertThat(Keymap.DEFAULTS.text(Shortcut.UNDO)).isEqualTo("Ctrl+Z");
        assertThat(Keymap.DEFAULTS.text(Shortcut.ZOOM_IN)).isEqualTo("+");
        assertThat(Keymap.DEFAULTS.text(Shortcut.ZOOM_OUT)).isEqualTo("-");
        assertThat(Keymap.DEFAULTS.plain(Shortcut.UNDO)).isFalse();
        assertThat(Keymap.DEFAULTS.plain(Shortcut.SHEET)).isFalse();
        assertThat(Keymap.DEFAULTS.plain(Shortcut.FIT)).isTrue();
        assertThat(Keymap.DEFAULTS.plain(Shortcut.CARRY_ON)).isTrue();
    }
}
