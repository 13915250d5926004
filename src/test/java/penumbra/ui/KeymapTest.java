package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeymapTest {

    private static final KeyCombination J = KeyCombination.valueOf("J");

    private static KeyEvent press(KeyCode code, boolean shift, boolean control, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
    }

    @Test
    void aChangedKeyTakesThePlaceOfTheDefault() {
        Keymap keymap = Keymap.DEFAULTS.with(Shortcut.SNAP, J);
        assertThat(keymap.of(press(KeyCode.J, false, false, false))).contains(Shortcut.SNAP);
        assertThat(keymap.of(press(KeyCode.S, false, false, false))).isEmpty();
        assertThat(keymap.hint(Shortcut.SNAP)).isEqualTo(Shortcut.SNAP.label() + " (J)");
        assertThat(keymap.with(Shortcut.SNAP, Shortcut.SNAP.defaultKeys()))
                .as("back")
                .isEqualTo(Keymap.DEFAULTS);
    }

    @Test
    void whatIsStoredIsReadBackForEveryCommand() {
        for (Shortcut shortcut : Shortcut.values()) {
            KeyEvent event = press(KeyCode.F9, true, true, true);
            KeyCombination keys = Keymap.pressed(event).orElseThrow();
            Keymap keymap = Keymap.DEFAULTS.with(shortcut, keys);
            assertThat(Keymap.read(keymap.stored()))
                    .isEqualTo(new Keymap.Reading(keymap, List.of()));
            assertThat(keymap.of(event)).contains(shortcut);
            KeyCombination own = KeyCombination.valueOf(shortcut.defaultKeys().getName());
            assertThat(own).isEqualTo(shortcut.defaultKeys());
        }
    }

    @Test
    void twoCommandsMayChangePlaces() {
        Keymap keymap =
                Keymap.DEFAULTS
                        .with(Shortcut.SNAP, Shortcut.FIT.defaultKeys())
                        .with(Shortcut.FIT, Shortcut.SNAP.defaultKeys());
        Keymap.Reading reading = Keymap.read(keymap.stored());
        assertThat(reading.keymap()).isEqualTo(keymap);
        assertThat(reading.ignored()).isEmpty();
        assertThat(keymap.refusal(Shortcut.FIT, Shortcut.FIT.defaultKeys()).orElseThrow())
                .contains(Shortcut.SNAP.label());
    }

    @Test
    void keysThatAreTakenOrBelongToTheCanvasAreRefusedInOneSentence() {
        Keymap keymap = Keymap.DEFAULTS;
        assertThat(keymap.refusal(Shortcut.SNAP, J)).isEmpty();
        assertThat(keymap.refusal(Shortcut.SNAP, Shortcut.SNAP.defaultKeys())).isEmpty();
        assertThat(keymap.refusal(Shortcut.SNAP, Shortcut.EXPORT.defaultKeys()).orElseThrow())
                .contains("Ctrl+E", Shortcut.EXPORT.label());
        for (String own : new String[] {"B", "3", "Left", "Shift+Up", "Alt+Down", "Space", "Esc"}) {
            assertThat(keymap.refusal(Shortcut.SNAP, KeyCombination.valueOf(own)))
                    .as(own)
                    .isPresent();
        }
        assertThat(keymap.refusal(Shortcut.SNAP, KeyCombination.valueOf("Shift+B"))).isEmpty();
        assertThat(keymap.refusal(Shortcut.SNAP, KeyCombination.valueOf("Shortcut+Left")))
                .isEmpty();
    }

    @Test
    void entriesThatShareTheirKeysAreLeftOutUntilNoneDo() {
        Keymap.Reading reading = Keymap.read(Map.of("snap", "J", "fit", "J", "undo", "A"));
        assertThat(reading.ignored()).hasSize(2).contains("undo");
        assertThat(reading.keymap().changed()).hasSize(1).containsValue(J);
    }

    @Test
    void aModifierAloneIsNoKeyYet() {
        assertThat(Keymap.pressed(press(KeyCode.SHIFT, true, false, false))).isEmpty();
        assertThat(Keymap.pressed(press(KeyCode.J, false, true, false)).map(Keymap::text))
                .isEqualTo(Optional.of("Ctrl+J"));
    }
}
