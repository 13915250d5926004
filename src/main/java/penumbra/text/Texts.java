package penumbra.text;

import java.util.Locale;
import java.util.ResourceBundle;

/// Texts that a person reads, from the resource bundle `texts` of a package.
public final class Texts {

    private Texts() {}

    /// The text of that key in the bundle beside `room`, in the default locale, with `%s`-style
    /// arguments filled in. Numbers are written the same way in every language.
    ///
    /// @throws java.util.MissingResourceException if the bundle or the key is missing
    public static String of(Class<?> room, String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle(
                                room.getPackageName() + ".texts",
                                Locale.getDefault(),
                                room.getClassLoader(),
                                ResourceBundle.Control.getNoFallbackControl(
                                        ResourceBundle.Control.FORMAT_PROPERTIES))
                        .getString(key);
        return arguments.length == 0 ? pattern : String.format(Locale.ROOT, pattern, arguments);
    }
}
