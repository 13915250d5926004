package penumbra.ui;

import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;

/// A text area whose caret blinks only while the keyboard is in it, as that of a
/// [QuietTextFieldSkin].
public final class QuietTextAreaSkin extends TextAreaSkin {

    public QuietTextAreaSkin(TextArea area) {
        super(area);
    }

    @Override
    public void setCaretAnimating(boolean animating) {
        super.setCaretAnimating(animating && getSkinnable().isFocused());
    }
}
