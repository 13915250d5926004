package penumbra.data;

import java.awt.Font;
import java.io.IOException;
import penumbra.text.Texts;

/// Whether this machine can draw text: a bare server has no font.
public final class Lettering {

    private Lettering() {}

    /// Whether there is a font.
    public static boolean possible() {
        try {
            return !new Font(Font.SANS_SERIF, Font.PLAIN, 12).getFamily().isEmpty();
        } catch (RuntimeException | LinkageError | InternalError _) {
            // So the platform says that there is none, or no library that reads them.
            return false;
        }
    }

    /// @throws IOException one sentence that says what to install, where there is no font
    public static void require() throws IOException {
        if (!possible()) {
            throw new IOException(Texts.of(Lettering.class, "no-font"));
        }
    }
}
