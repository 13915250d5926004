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
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::keys)).doesNotHaveDuplicates();
    }

    @Test
    void keysWithAndWithoutModifiersMeanDifferentThings() {
        assertThat(Shortcut.of(press(KeyCode.D, false, false))).contains(Shortcut.NEXT_PICTURE);
        assertThat(Shortcut.of(press(KeyCode.D, true, false))).contains(Shortcut.CARRY_ON);
        assertThat(Shortcut.of(press(KeyCode.D, false, true))).contains(Shortcut.DUPLICATE);
        assertThat(Shortcut.of(press(KeyCode.Z, true, true))).contains(Shortcut.REDO);
        assertThat(Shortcut.of(press(KeyCode.B, false, false))).as("a colour").isEmpty();
    }

    @Test
    void theKeysOfClassesAreNoShortcuts() {
        for (String key : "B R N P G O T".split(" ")) {
            assertThat(Shortcut.of(press(KeyCode.getKeyCode(key), false, false))).isEmpty();
        }
    }

    @Test
    void keysAreNamedAsTheyArePrinted() {
        assertThat(Shortcut.BRIGHTER.keysText()).isEqualTo("]");
        assertThat(Shortcut.MORE_GAMMA.keysText()).isEqualTo("Shift+]");
        assertThat(Shortcut.UNDO.keysText()).isEqualTo("Ctrl+Z");
        assertThat(Shortcut.ZOOM_IN.keysText()).isEqualTo("+");
        assertThat(Shortcut.ZOOM_OUT.keysText()).isEqualTo("-");
        assertThat(Shortcut.UNDO.plain()).isFalse();
        assertThat(Shortcut.SHEET.plain()).isFalse();
        assertThat(Shortcut.FIT.plain()).isTrue();
        assertThat(Shortcut.CARRY_ON.plain()).isTrue();
    }
}
