package penumbra.ui;

import java.util.Locale;

/// The languages of the window.
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "中文");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /// The name of the language in itself.
    public String ownName() {
        return ownName;
    }

    /// The language that comes closest to the locale.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(CHINESE.locale.getLanguage()) ? CHINESE : ENGLISH;
    }

    /// From now on every text is asked for in this language.
    public void use() {
        Locale.setDefault(locale);
    }
}
