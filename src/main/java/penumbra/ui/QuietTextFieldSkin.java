package penumbra.ui;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;

/// A text field whose caret blinks only while the keyboard is in it.
///
/// JavaFX lets the caret of every field blink whose text was set, seen or not, and one that blinks
/// keeps the window computing sixty times a second, beside a run that needs the processor. Named by
/// the style sheet, so that editors of spinners and boxes have it too.
public final class QuietTextFieldSkin extends TextFieldSkin {

    public QuietTextFieldSkin(TextField field) {
        super(field);
    }

    @Override
    public void setCaretAnimating(boolean animating) {
        super.setCaretAnimating(animating && getSkinnable().isFocused());
    }
}
