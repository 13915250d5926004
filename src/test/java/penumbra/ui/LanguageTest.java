package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void theMenusThatTheToolkitBringsAreInTheLanguageOfTheWindow() {
        String controls = "com.sun.javafx.scene.control.skin.resources.controls";
        String copy = "TextInputControl.menu.Copy";
        Language.CHINESE.use();
        assertThat(ResourceBundle.getBundle(controls).getString(copy)).isEqualTo("复制");
        Language.ENGLISH.use();
        assertThat(ResourceBundle.getBundle(controls).getString(copy)).isEqualTo("Copy");
    }

    @Test
    void everyChineseIsUnderstoodAsChineseAndAllElseIsEnglish() {
        assertThat(Language.of(Locale.TRADITIONAL_CHINESE)).isEqualTo(Language.CHINESE);
        assertThat(Language.of(Locale.CHINESE)).isEqualTo(Language.CHINESE);
        assertThat(Language.of(Locale.GERMAN)).isEqualTo(Language.ENGLISH);
    }
}
